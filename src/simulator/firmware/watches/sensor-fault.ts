/** Fault 10: a sensor that is missing, frozen or out of range. */

import type { Scene, Trip, Watch } from './watch.ts';

/** Readings may be missing for this long, s. */
const MISSING = 0.5;
/**
 * A live sensor's noise changes its reading within a few samples; one that does not change for this long is
 * dead, s.
 */
const FROZEN = 3;
/** Possible chamber pressures, sensor offset included, mmHg; and how long readings may lie outside, s. */
const RANGE = { least: -25, most: 220 };
const OUTSIDE = 0.2;

export class SensorFault implements Watch {
  readonly #outside: Float64Array;

  constructor(zones: number) {
    this.#outside = new Float64Array(zones);
  }

  begin(): void {}

  step({ sensors, inUse }: Scene, dt: number): Trip | null {
    if (!inUse) return null;
    for (let zone = 0; zone < this.#outside.length; zone++) {
      const raw = sensors.raw[zone] ?? Number.NaN;
      const outside = raw < RANGE.least || raw > RANGE.most;
      this.#outside[zone] = outside ? (this.#outside[zone] ?? 0) + dt : 0;
      if (
        (sensors.missing[zone] ?? 0) > MISSING ||
        (sensors.unchanged[zone] ?? 0) > FROZEN ||
        (this.#outside[zone] ?? 0) > OUTSIDE
      ) {
        return { fault: 'sensor', zone };
      }
    }
    return null;
  }

  /** Whether this sensor gives no reading, always the same one, or an impossible one. */
  static dead(sensors: Scene['sensors'], zone: number): boolean {
    const raw = sensors.raw[zone] ?? Number.NaN;
    return (
      (sensors.missing[zone] ?? 0) > MISSING ||
      (sensors.unchanged[zone] ?? 0) > FROZEN ||
      raw < RANGE.least ||
      raw > RANGE.most
    );
  }
}
