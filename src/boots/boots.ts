/**
 * The interface the rest of the app uses for boots, whether one peripheral or a pair presented as one.
 * Nothing is assumed about the boots beyond what they report.
 */

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
import type { Cut, CutOutcome } from './cut.ts';
import type { LegTime } from './pair/leg-time.ts';
import type { SessionRecord } from './records/session-record.ts';

export type OpenFailure =
  | Unacceptable
  | { readonly kind: 'notBoots'; readonly cause: Cause }
  | { readonly kind: 'couldNotConnect'; readonly cause: Cause };

export type Shifts = Readonly<Record<Side, LegTime>>;

/** What lets another page go on where this one was: kept with the session, passed to `openBoots` and `adopt`. */
export interface BootsMemory {
  /** The control token of each boot, by serial number; 0 = none. */
  readonly tokens: Readonly<Record<string, number>>;
  /** For a pair: how far each leg's time is shifted from the script's. */
  readonly shifts: Shifts | null;
}

export interface Adoption {
  /** For a pair: the last known value of `shifts`. */
  readonly shifts?: Shifts | undefined;
  /** False: the boots may hold another script. Then nothing is sent until the next cut, which replaces. */
  readonly isCertain?: boolean;
}

export interface FeedingOptions {
  /**
   * How far ahead of the playhead to keep the boots fed; if omitted, as far as their memory allows. A pair
   * ignores this and is kept fed for as long as it may play alone.
   */
  readonly lead?: Milliseconds | undefined;
  /** Wakes the feeder. By default, each status and a timer do. */
  readonly wake?: Observable<unknown> | undefined;
}

export interface Boots {
  readonly name: string;
  /** For a pair, both boots described as one hub. */
  readonly feature: Feature;
  /** True for two peripherals, each with its own pump. */
  readonly pair: boolean;
  /** Replays the current state to each subscriber. */
  readonly linkState: Observable<LinkState>;
  /** Replays the latest status, then emits each new one. */
  readonly status: Observable<Status> & { readonly value: Status };
  readonly telemetry: Observable<Telemetry>;
  /** Why each frame from the boots that could not be decoded was rejected. */
  readonly garbled: Observable<Cause>;
  /** For a pair: the boots that were told to stop, by anyone, and have not confirmed it for at least 1 s. */
  readonly unstopped: Observable<readonly Side[]>;
  /** Boots that say that they run and stand still; of a pair, which one. */
  readonly standingStill: Observable<readonly Side[]>;
  /** The control token; 0 = this page holds none. */
  readonly token: number;
  readonly memory: BootsMemory;

  /** @param side of a pair: for this boot only */
  command(request: Request, side?: Side): Promise<CommandOutcome>;
  /** Sent ahead of everything else waiting on the link. */
  stop(): Promise<CommandOutcome>;
  /**
   * Sends this cut in the session the boots were prepared for, immediately and even without subscribers. Late
   * subscribers get the last outcome. Completes after late, refused or superseded, and when the session ends.
   */
  play(cut: Cut): Observable<CutOutcome>;
  /**
   * Continues a script that the boots already hold in part: sends what follows and replaces nothing. Reports
   * `inForce` at once.
   * @param script the whole script, including what has been played
   * @param status the boots' current status
   */
  adopt(script: readonly Keyframe[], status: Status, adoption?: Adoption): Observable<CutOutcome>;
  /** What the boots remember of their sessions, oldest first; null if they could not be asked. Not in a session. */
  records(): Promise<readonly SessionRecord[] | null>;
  /** Reads the status, which is also emitted by `status`. Null if the read fails. */
  readStatus(): Promise<Status | null>;
  /** After a reconnect: checks that the same boots answered, and reads their feature and status. */
  reopen(): Promise<OpenFailure | null>;
  /** Drops a link that cannot be right; it reconnects by itself. */
  abandon(reason: string): void;
  /** Another page has taken over with the same token: sends nothing more that carries it. */
  yieldControl(): void;
  /** Disconnects for good; nothing more is emitted. */
  close(): void;
}
