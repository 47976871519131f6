/** Fault 10: a sensor that is missing, frozen, or out of its range. */

import type { Scene, Trip, Watch } from './watch.ts';

/** A reading may be lost now and then, s. */
const MISSING = 0.5;
/** A live sensor's noise changes its reading within a few samples; this long without is none, s. */
const FROZEN = 3;
/** What a chamber can be at, with the offset of a sensor, mmHg; and how long a reading may say otherwise, s. */
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

  /** Whether this sensor gives nothing, always the same, or what no chamber can be at. */
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
