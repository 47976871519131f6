/** Limit 4 (PROTOCOL.md 8.1): how long a zone may be squeezed from one full release to the next. Pressures are in mmHg, times in s. */

import { limits, rules } from '../../../../firmware-protocol/limits.ts';
import { SEAL } from '../regulation/aim.ts';
import type { Scene, Trip, Watch } from './watch.ts';

export class TimeAbove30 implements Watch {
  /** By zone: time above 30 mmHg since the last full release, s. */
  readonly #squeezed: Float64Array;
  /** By zone: how long it has been below 10 mmHg, s, not counting short movements of the leg. */
  readonly #low: Float64Array;
  readonly #gone: Float64Array;
  readonly #highest: Float64Array;

  constructor(zones: number) {
    this.#squeezed = new Float64Array(zones);
    this.#low = new Float64Array(zones);
    this.#gone = new Float64Array(zones);
    this.#highest = new Float64Array(zones);
  }

  /** A new session does not release a leg: earlier squeezing still counts. */
  begin(): void {}

  step({ sensors, regulator, session }: Scene, dt: number): Trip | null {
    let trip: Trip | null = null;
    for (let zone = 0; zone < this.#squeezed.length; zone++) {
      const pressure = sensors.quick[zone] ?? 0;
      this.#highest[zone] = Math.max(this.#highest[zone] ?? 0, pressure);
      this.#takeLow(zone, pressure, dt);
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

  /** Times a release. A short movement of the leg does not restart the time, and adds nothing to it. */
  #takeLow(zone: number, pressure: number, dt: number): void {
    const low = pressure < rules.released;
    const gone = low ? 0 : (this.#gone[zone] ?? 0) + dt;
    this.#gone[zone] = gone;
    if (low) this.#low[zone] = (this.#low[zone] ?? 0) + dt;
    else if (gone >= rules.movementTime || pressure > rules.released + rules.movement) this.#low[zone] = 0;
  }
}
