/** What the page for makers of boots shows, and its intents: what the user can ask of the app there. */

import type { Feature } from '../../../../firmware-protocol/feature.ts';
import type { Side } from '../../../../firmware-protocol/zones.ts';
import type { Diagnosis } from '../../../diagnosis/diagnose.ts';
import type { EarlierFigures } from '../../../diagnosis/earlier-sessions.ts';
import type { LinkFigures } from '../../../diagnosis/link/link-figures.ts';
import type { DecodedFrame, FrameKind } from '../../../diagnosis/log/decode-frame.ts';
import type { FaultsView, InjectedFault } from './faults-view.ts';

/** One Bluetooth device: a hub for both boots, or one boot of a pair. */
export interface ConnectedBoots {
  readonly feature: Feature;
  /** Whether the page swaps left and right of these boots. `feature` has the sides after the swap. */
  readonly isSwapped: boolean;
  /** The end of the serial number. */
  readonly serial: string;
  readonly link: LinkFigures;
  /** Null unless two boots are connected. */
  readonly side: Side | null;
}

export interface LogView {
  /** Newest first. */
  readonly frames: readonly DecodedFrame[];
  readonly kinds: ReadonlySet<FrameKind>;
  /** Frames of these kinds in the log. The page may show fewer. */
  readonly count: number;
}

export interface MakerView {
  readonly boots: readonly ConnectedBoots[];
  readonly diagnosis: Diagnosis;
  readonly earlier: EarlierFigures;
  readonly log: LogView;
  /** False if the last swap of left and right could not be stored. */
  readonly isSwapStored: boolean;
  /** Null without simulated boots, or until the panel of faults has loaded. */
  readonly faults: FaultsView | null;
}

export interface MakerIntents {
  /** Chooses the leak and fit test as the program, and goes to the boots, where the user starts it. */
  chooseLeakTest: [];
  swapSides: [];
  showLog: [kinds: readonly FrameKind[]];
  downloadReport: [];
}

export interface FaultIntents {
  injectFault: [fault: InjectedFault];
  removeFaults: [];
}
