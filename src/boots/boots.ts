/**
 * The interface of boots to the rest of the app. Boots are one Bluetooth peripheral (single boots), or a pair: a left and a
 * right peripheral that together appear as one.
 */

import type { Observable } from 'rxjs';
import type { Request } from '../../firmware-protocol/command.ts';
import type { Feature } from '../../firmware-protocol/feature.ts';
import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import type { Milliseconds, Seconds } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import type { Telemetry } from '../../firmware-protocol/telemetry.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { LinkState } from '../gatt/link.ts';
import type { Change, Unacceptable } from './acceptance.ts';
import type { Cause } from './cause.ts';
import type { CommandOutcome } from './command-outcome.ts';
import type { Cut, CutOutcome } from './cut.ts';
import type { LegTime } from './pair/leg-time.ts';
import type { SessionRecord } from './records/session-record.ts';

export type OpenFailure =
  | Unacceptable
  | { readonly kind: 'notBoots'; readonly cause: Cause }
  | { readonly kind: 'couldNotConnect'; readonly cause: Cause }
  /** The browser no longer lets this page connect to the device. */
  | { readonly kind: 'notPermitted' };

/** Boots that answer after a reconnect but are not as they were. `side`: which boot of a pair; null = the connected boots. */
export interface ChangedBoots {
  readonly kind: 'changedBoots';
  readonly what: Change;
  readonly side: Side | null;
}

export type ReopenFailure = OpenFailure | ChangedBoots;

export type Shifts = Readonly<Record<Side, LegTime>>;

/** Where in the script a leg may be now, in script time: since its last status, it may have waited at any gate or at none. */
export interface ScriptSpan {
  readonly from: Milliseconds;
  readonly to: Milliseconds;
}

/** What a later page needs to continue the session. The tokens go to `openBoots` (open-boots.ts), the shifts to `adopt`. */
export interface BootsMemory {
  /** The control token of each peripheral, by serial number; 0 = none. */
  readonly tokens: Readonly<Record<string, number>>;
  /** For a pair: by how much each leg's playhead is ahead of the script's time (pair/leg-time.ts); null for single boots. */
  readonly shifts: Shifts | null;
}

export interface Adoption {
  /** For a pair: the shifts of the `BootsMemory` that was stored; left out = no shifts. */
  readonly shifts?: Shifts | undefined;
  /**
   * For a pair: how long each boot may play without this page, as its Prepare said. Left out = not known, which counts as to
   * the end of the session.
   */
  readonly allowance?: Seconds | undefined;
  /**
   * False if the boots may hold another script: then no keyframes are sent until the next cut, which replaces what they
   * hold. True by default.
   */
  readonly isCertain?: boolean;
}

export interface FeedingOptions {
  /**
   * The furthest ahead of the playhead that keyframes are sent; by default as far as the boots' memory allows. A batch that
   * would not fill a write may wait until less than half of this is left. A pair ignores this option.
   */
  readonly lead?: Milliseconds | undefined;
  /** Each emission makes this page look whether keyframes are to be sent. By default each status and a timer do so. */
  readonly wake?: Observable<unknown> | undefined;
}

export interface Peripheral {
  readonly feature: Feature;
  readonly telemetry: Observable<Telemetry>;
}

export interface Boots {
  /** The peripherals that these boots are: one, or the left and the right boot of a pair, each with its own telemetry. */
  readonly peripherals: readonly Peripheral[];
  /** The names that the devices give themselves, of a pair the left one first; a device may have none. */
  readonly names: readonly string[];
  /** For a pair, one Feature that describes both boots as if they were a hub: one peripheral with two legs. */
  readonly feature: Feature;
  readonly pair: boolean;
  readonly linkState: Observable<LinkState>;
  readonly status: Observable<Status> & { readonly value: Status };
  readonly telemetry: Observable<Telemetry>;
  /** Emits the reason for each frame from the boots that could not be decoded. */
  readonly garbled: Observable<Cause>;
  /**
   * For a pair: the boots that have not confirmed a Stop for over 1 s and, as far as is known, have not stopped by
   * themselves; empty = none. Single boots never emit.
   */
  readonly unstopped: Observable<readonly Side[]>;
  /**
   * Emits at each status in which boots say that they run although their running time or clock stands still. A pair emits
   * the side of that boot, single boots an empty list.
   */
  readonly standingStill: Observable<readonly Side[]>;
  /** The control token; 0 = none. For a pair: the left boot's, but 0 if either boot has granted none. */
  readonly token: number;
  readonly memory: BootsMemory;
  /** For a pair: where each leg is; null for a leg that is out of reach. Single boots have null, because their status says where they are. */
  readonly spans: Readonly<Record<Side, ScriptSpan | null>> | null;

  /** @param side the only boot of a pair that gets the command; left out = both */
  command(request: Request, side?: Side): Promise<CommandOutcome>;
  /** Sends Stop, ahead of all that waits on the link but an earlier Stop. */
  stop(): Promise<CommandOutcome>;
  /**
   * Begins to send this cut, subscribed or not, in the session for which the boots were prepared. The observable emits the
   * outcomes of the cut, to a late subscriber the last one. It completes after *late*, *refused* or *superseded*, and when
   * the session ends.
   */
  play(cut: Cut): Observable<CutOutcome>;
  /**
   * Continues a script of which the boots already hold a part: sends what follows, unless `isCertain` is false, and replaces
   * nothing. Reports `inForce` at once.
   * @param script the whole script, including what has been played
   */
  adopt(script: readonly Keyframe[], status: Status, adoption?: Adoption): Observable<CutOutcome>;
  /**
   * The session records that the boots keep, oldest first; of a pair, those that only the right boot has come last. Empty if
   * the boots keep none; null if asking failed. Do not call this during a session.
   */
  records(): Promise<readonly SessionRecord[] | null>;
  /** Reads the status; `status` emits it too, unless a later one has come already. Null if the read fails. */
  readStatus(): Promise<Status | null>;
  /** Call after a reconnect: checks that these are the same boots, and reads their Feature and status. Null if all went well. */
  reopen(): Promise<ReopenFailure | null>;
  /**
   * Drops a link that does not work, which then reconnects by itself. Of a pair: the links that `reopen` could not read, or
   * else both.
   */
  abandon(): void;
  /** Call when another page has taken over with the same token: this page no longer uses the token, and feeds the boots no more. */
  yieldControl(): void;
  /** Disconnects for good. No status, telemetry or garbled frame is emitted afterwards. */
  close(): void;
}
