/** What a session is given from outside: time, chance, and a way to choose boots. */

import type { Observable } from 'rxjs';
import type { Milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { Clock } from '../clock/clock.ts';

export type Choice =
  /** One device, or the two boots of a pair in any order. */
  | { readonly ok: true; readonly devices: readonly BluetoothDevice[]; readonly simulated: boolean }
  | {
      readonly ok: false;
      readonly reason: 'cancelled' | 'unavailable' | 'off' | 'failed';
      readonly detail: string;
    };

export interface SessionOptions {
  readonly clock: Clock;
  readonly random: () => number;
  /** Shows a chooser. Called synchronously from the intent, so that a page still has its user gesture. */
  readonly choose: () => Promise<Choice>;
  /** Shows a chooser for the boot of the other leg, likewise. The first device chosen is taken. Without it none can be added. */
  readonly chooseOther?: (missing: Side) => Promise<Choice>;
  /** How far ahead the boots are kept; all that they hold if not given. A pair is kept a cycle ahead whatever this says. */
  readonly lead?: Milliseconds;
  /** What wakes the feeder, instead of the boots and the clock. */
  readonly wake?: Observable<unknown>;
}
