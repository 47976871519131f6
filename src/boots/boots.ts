/** Boots as all above this room know them: one peripheral or two of them as one. They are believed only in what they report. */

import type { Observable } from 'rxjs';
import type { Request } from '../../firmware-protocol/command.ts';
import type { Feature } from '../../firmware-protocol/feature.ts';
import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import type { Milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import type { Telemetry } from '../../firmware-protocol/telemetry.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { LinkState } from '../gatt/link.ts';
import type { Unacceptable } from './acceptance.ts';
import type { Cause } from './cause.ts';
import type { CommandOutcome } from './command-outcome.ts';
import type { Cut, Played } from './cut.ts';
import type { LegTime } from './pair/leg-time.ts';

export type OpenFailure =
  | Unacceptable
  | { readonly kind: 'notBoots'; readonly cause: Cause }
  | { readonly kind: 'couldNotConnect'; readonly cause: Cause };

export type Shifts = Readonly<Record<Side, LegTime>>;

/** How boots are fed. */
export interface FeedingOptions {
  /** How far ahead of the playhead they are kept; all that they hold if not given. A pair is kept a cycle ahead whatever this says. */
  readonly lead?: Milliseconds | undefined;
  /** What wakes the feeder, instead of each status and the clock. */
  readonly wake?: Observable<unknown> | undefined;
}

export interface Boots {
  readonly name: string;
  /** Of both as one hub, where they are a pair. */
  readonly feature: Feature;
  /** Two peripherals with a pump each. */
  readonly pair: boolean;
  /** Replays the present one. */
  readonly linkState: Observable<LinkState>;
  /** The last one and every new one. */
  readonly status: Observable<Status> & { readonly value: Status };
  readonly telemetry: Observable<Telemetry>;
  /** Why each frame from the boots that was refused makes no sense. */
  readonly garbled: Observable<Cause>;
  /** Of a pair: which boots were told to stop, also by the pair itself, and have not confirmed it for a second or more. */
  readonly unstopped: Observable<readonly Side[]>;
  /** Token of control, 0 = none. */
  readonly token: number;
  /** Of a pair: how the time of each leg stands to that of the script. */
  readonly shifts: Shifts | null;

  command(request: Request): Promise<CommandOutcome>;
  /** Ahead of everything else on the link. */
  stop(): Promise<CommandOutcome>;
  /**
   * Plays this in the session that the boots were prepared for, at once and whether or not anybody listens. The last report is
   * replayed; completes after late, refused and superseded, and with the session.
   */
  play(cut: Cut): Observable<Played>;
  /**
   * Goes on with a script of which the boots hold a part already: feeds what comes after that, and replaces nothing. What is
   * told is as of a cut that is in force.
   * @param script all of it, also what has been played
   * @param status how the boots are now
   * @param shifts of a pair: as `shifts` said them last
   */
  adopt(script: readonly Keyframe[], status: Status, shifts?: Shifts): Observable<Played>;
  /** Asks how the boots are; what they answer is also the next `status`. Null if they do not. */
  readStatus(): Promise<Status | null>;
  /** After a reconnect: are these still the same boots, and how are they? */
  reopen(): Promise<OpenFailure | null>;
  /** Ends the link because what came over it cannot be right; it comes back by itself. */
  abandon(reason: string): void;
  /** Gives up the link; nothing more is heard. */
  close(): void;
}
