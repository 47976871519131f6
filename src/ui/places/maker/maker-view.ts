/** What the maker's page shows. */

import type { Feature } from '../../../../firmware-protocol/feature.ts';
import type { Side } from '../../../../firmware-protocol/zones.ts';
import type { Earlier } from '../../../diagnosis/earlier.ts';
import type { LinkFigures } from '../../../diagnosis/link/link-figures.ts';
import type { DecodedFrame, FrameKind } from '../../../diagnosis/log/decode-frame.ts';
import type { Meaning } from '../../../diagnosis/meaning.ts';
import type { FaultsView, InjectedFault } from './faults-view.ts';

/** One peripheral: a hub, or one boot of a pair. */
export interface ConnectedBoots {
  readonly feature: Feature;
  /** Its end only. */
  readonly serial: string;
  readonly link: LinkFigures;
  /** Its side, if it is one boot of two. */
  readonly side: Side | null;
}

export interface LogView {
  /** Newest first. */
  readonly frames: readonly DecodedFrame[];
  readonly kinds: ReadonlySet<FrameKind>;
  /** How many the log has of these kinds; more than are shown. */
  readonly count: number;
}

export interface MakerView {
  /** Empty without boots. */
  readonly boots: readonly ConnectedBoots[];
  readonly meaning: Meaning;
  readonly earlier: Earlier;
  readonly log: LogView;
  /** Null: these are no simulated boots. */
  readonly faults: FaultsView | null;
}

/** What a person can ask for on it. */
export interface MakerIntents {
  /** Chooses the leak and fit test, and goes to where it is started. */
  chooseLeakTest: [];
  /** Shows these kinds of frames, the newest of them now. */
  showLog: [kinds: readonly FrameKind[]];
  /** Downloads the file for a report of a bug. */
  downloadReport: [];
}

/** What a person can ask of simulated boots, wherever the panel of faults stands. */
export interface FaultIntents {
  injectFault: [fault: InjectedFault];
  removeFaults: [];
  /** Closes the message about how the boots sit. */
  dismissFit: [];
}
