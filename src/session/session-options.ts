/** What a session needs from outside: a clock, a random function, and a way to choose boots. */

import type { Observable } from 'rxjs';
import type { Milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { Tap } from '../boots/open-boots.ts';
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
  /** The calendar, ms since 1970. Without it the boots are not told when a session was. */
  readonly today?: () => number;
  /** Shows the chooser. Called synchronously from the intent, so that the page still has its user gesture. */
  readonly choose: () => Promise<Choice>;
  /** The same for the boot of the other leg; the first device chosen is used. Without this function no boot can be added. */
  readonly chooseOther?: (missing: Side) => Promise<Choice>;
  /** Where a running session is kept, so that a page that comes later can go on with it. Without it, nothing outlives the page. */
  readonly memory?: SessionMemory;
  /** What is told of every frame on the link to a device. It is called when the device is opened. */
  readonly frames?: (device: BluetoothDevice) => Tap;
  /** The machine slept, or the page was frozen: what was heard before is not shown as now. */
  readonly woke?: Observable<unknown>;
  /** How far ahead the boots are fed; by default as far as they can hold. A pair is fed for as long as it may play alone. */
  readonly lead?: Milliseconds;
  /** Wakes the feeder instead of the boots and the clock. */
  readonly wake?: Observable<unknown>;
}
