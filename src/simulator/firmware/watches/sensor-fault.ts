/** Fault 10: a sensor that gives no reading, always the same one, or one that is out of range. */

import { figures } from '../../../../firmware-protocol/figures.ts';
import { rules } from '../../../../firmware-protocol/limits.ts';
import { VENT } from '../regulation/aim.ts';
import { LONGEST_MISSING } from '../regulation/sensors.ts';
import type { Scene, Trip, Watch } from './watch.ts';

/**
 * Noise changes the reading of a working sensor within a few samples. A sensor whose reading has not changed for this
 * long is dead, s.
 */
const FROZEN_TIME = figures.gaugeFrozen.value;
/** Readings that a chamber can cause, sensor offset included, mmHg; and how long readings may be outside of it, s. */
const POSSIBLE_RANGE = { least: -25, most: 220 };
const OUTSIDE_TIME = figures.gaugeOutside.value;

export class SensorFault implements Watch {
  readonly #outside: Float64Array;

  constructor(zones: number) {
    this.#outside = new Float64Array(zones);
  }

  begin(): void {}

  step({ sensors, regulator, inUse }: Scene, dt: number): Trip | null {
    if (!inUse) return null;
    for (let zone = 0; zone < this.#outside.length; zone++) {
      const raw = sensors.raw[zone] ?? Number.NaN;
      const outside = raw < POSSIBLE_RANGE.least || raw > POSSIBLE_RANGE.most;
      this.#outside[zone] = outside ? (this.#outside[zone] ?? 0) + dt : 0;
      if (
        (sensors.missing[zone] ?? 0) > LONGEST_MISSING ||
        (regulator.aims[zone] !== VENT && SensorFault.frozen(sensors, zone)) ||
        ((sensors.quick[zone] ?? 0) >= rules.released && SensorFault.frozen(sensors, zone)) ||
        (this.#outside[zone] ?? 0) > OUTSIDE_TIME
      ) {
        return { fault: 'sensor', zone };
      }
    }
    return null;
  }

  /** Whether the reading has been exactly the same for too long. (A coarse gauge of an empty zone may do that too.) */
  static frozen({ unchanged }: Scene['sensors'], zone: number): boolean {
    return (unchanged[zone] ?? 0) > FROZEN_TIME;
  }

  /** Whether this sensor gives no reading, always the same one, or an impossible one. */
  static dead(sensors: Scene['sensors'], zone: number): boolean {
    const raw = sensors.raw[zone] ?? Number.NaN;
    return (
      (sensors.missing[zone] ?? 0) > LONGEST_MISSING ||
      (SensorFault.frozen(sensors, zone) && (sensors.quick[zone] ?? 0) >= rules.released) ||
      raw < POSSIBLE_RANGE.least ||
      raw > POSSIBLE_RANGE.most
    );
  }
}
