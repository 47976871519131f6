/** Limit 4: how long a zone was squeezed since it was last released in full. */

import { limits, rules } from '../../../../firmware-protocol/limits.ts';
import { SEAL } from '../aim.ts';
import type { Scene, Trip, Watch } from './watch.ts';

export class TimeAbove30 implements Watch {
  readonly #squeezed: Float64Array;
  readonly #low: Float64Array;
  readonly #highest: Float64Array;

  constructor(zones: number) {
    this.#squeezed = new Float64Array(zones);
    this.#low = new Float64Array(zones);
    this.#highest = new Float64Array(zones);
  }

  /** A new session does not release a leg: what was squeezed before it counts on. */
  begin(): void {}

  step({ sensors, regulator, session }: Scene, dt: number): Trip | null {
    let trip: Trip | null = null;
    for (let zone = 0; zone < this.#squeezed.length; zone++) {
      const pressure = sensors.quick[zone] ?? 0;
      this.#highest[zone] = Math.max(this.#highest[zone] ?? 0, pressure);
      this.#low[zone] = pressure < rules.released ? (this.#low[zone] ?? 0) + dt : 0;
      const needed = (this.#highest[zone] ?? 0) > rules.strong ? rules.strongReleaseTime : rules.releaseTime;
      const sealedLow = regulator.aims[zone] === SEAL && (sensors.calm[zone] ?? 0) <= rules.sealedReleased;
      if (sealedLow || (this.#low[zone] ?? 0) >= needed) {
        this.#squeezed[zone] = 0;
        this.#highest[zone] = 0;
      } else if (pressure > rules.squeezed) {
        this.#squeezed[zone] = (this.#squeezed[zone] ?? 0) + dt;
        if (session && (this.#squeezed[zone] ?? 0) > limits.timeAbove30.hard) {
          trip ??= { fault: 'squeezedTooLong', zone };
        }
      }
    }
    return trip;
  }
}
