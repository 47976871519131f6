/** What a session needs from outside: a clock, a random function, a way to choose boots, storage and the like. */

import type { Observable } from 'rxjs';
import type { Milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { BrowserBluetooth, IsSwapped, Tap } from '../boots/open-boots.ts';
import type { Clock } from '../clock/clock.ts';
import type { SessionMemory } from './memory/remembered.ts';
import type { NoBluetooth } from './notices/notice.ts';

export type Choice =
  /** One device, or the two boots of a pair in any order. */
  | { readonly ok: true; readonly devices: readonly BluetoothDevice[]; readonly simulated: boolean }
  | {
      readonly ok: false;
      readonly reason: 'cancelled' | 'failed' | NoBluetooth;
      readonly detail: string;
    };

export interface SessionOptions {
  readonly clock: Clock;
  readonly random: () => number;
  /** The calendar time, ms since 1970. Without it, the boots' records do not say when a session took place. */
  readonly today?: () => number;
  /** Shows the device chooser. Called synchronously from the intent, because browsers show it only in response to a user gesture. */
  readonly choose: () => Promise<Choice>;
  /** Like `choose`, for the boot of the other leg. Only the first device chosen is used. Without this function, no boot can be added. */
  readonly chooseOther?: (missing: Side) => Promise<Choice>;
  /**
   * Whether the browser's Bluetooth answers, which is asked for as long as this is subscribed. Without this, Bluetooth counts as
   * answering.
   */
  readonly bluetooth?: Observable<BrowserBluetooth>;
  /** Where the session is stored, so that a later page can continue it. Without this, nothing outlives the page. */
  readonly memory?: SessionMemory;
  /** Called when a device is opened. @returns a function to call with every frame on its link, and every state of that link */
  readonly frames?: (device: BluetoothDevice) => Tap;
  /** Whether left and right of boots are swapped. Without this function, none are swapped. */
  readonly isSwapped?: IsSwapped;
  /**
   * Emits when the computer has woken from sleep, or the browser has unfrozen the page: what the boots reported before is out of date.
   */
  readonly woke?: Observable<unknown>;
  /** The furthest ahead of the playhead that keyframes are sent; by default as far as the boots have room. A pair ignores this. */
  readonly lead?: Milliseconds;
  /** Each emission makes this page look whether keyframes are to be sent. By default each status and a timer do so. */
  readonly wake?: Observable<unknown>;
}
