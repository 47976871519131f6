/** What the maker's page shows, and what the user can ask of it as intents (events.ts). */

import type { Feature } from '../../../../firmware-protocol/feature.ts';
import type { Side } from '../../../../firmware-protocol/zones.ts';
import type { Diagnosis } from '../../../diagnosis/diagnose.ts';
import type { EarlierFigures } from '../../../diagnosis/earlier-sessions.ts';
import type { LinkFigures } from '../../../diagnosis/link/link-figures.ts';
import type { DecodedFrame, FrameKind } from '../../../diagnosis/log/decode-frame.ts';
import type { FaultsView, InjectedFault } from './faults-view.ts';

/** One peripheral: a hub, or one boot of a pair. */
export interface ConnectedBoots {
  readonly feature: Feature;
  /** Whether the page swaps left and right of these boots. `feature` has the sides after the swap. */
  readonly isSwapped: boolean;
  /** Only the end of the serial number. */
  readonly serial: string;
  readonly link: LinkFigures;
  /** The side of the boot if two boots are connected; otherwise null. */
  readonly side: Side | null;
}

export interface LogView {
  /** Newest first. */
  readonly frames: readonly DecodedFrame[];
  /** The kinds that the user has ticked. */
  readonly kinds: ReadonlySet<FrameKind>;
  /** Number of frames of these kinds in the log. The page may show fewer. */
  readonly count: number;
}

export interface MakerView {
  readonly boots: readonly ConnectedBoots[];
  readonly diagnosis: Diagnosis;
  readonly earlier: EarlierFigures;
  readonly log: LogView;
  /** False if the last swap of left and right could not be stored. */
  readonly isSwapStored: boolean;
  /** What the panel of faults shows; null without simulated boots, and until the panel has loaded. */
  readonly faults: FaultsView | null;
}

export interface MakerIntents {
  /** Chooses the leak and fit test as the program, and goes to the boots, where the user starts it. */
  chooseLeakTest: [];
  /** Swaps left and right of the connected boots, or swaps them back, and connects them anew. */
  swapSides: [];
  /** Shows the newest frames of these kinds. */
  showLog: [kinds: readonly FrameKind[]];
  /** Downloads the report file, for example to attach it to a bug report. */
  downloadReport: [];
}

/** The intents of the panel of faults, and of the message about the fit. */
export interface FaultIntents {
  injectFault: [fault: InjectedFault];
  removeFaults: [];
  /** Closes the message about how the boots sit on the legs. */
  dismissFit: [];
}
