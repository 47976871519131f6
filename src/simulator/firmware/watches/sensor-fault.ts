/**
 * Fault 10 while the boots are in use (PROTOCOL.md, FAULT-8): a sensor that gives no reading, one that is out of
 * range, or the same one for too long (unless its zone is vented and below 10 mmHg). Times are in s.
 */

import { figures } from '../../../../firmware-protocol/figures.ts';
import { rules } from '../../../../firmware-protocol/limits.ts';
import { VENT } from '../regulation/aim.ts';
import { LONGEST_MISSING } from '../regulation/sensors.ts';
import type { Scene, Trip, Watch } from './watch.ts';

/** How long a working sensor can give exactly the same reading, s: noise changes it within a few samples. */
const FROZEN_TIME = figures.gaugeFrozen.value;
/** Readings that a chamber can cause, sensor offset included, mmHg. */
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

  /** Whether the reading has been exactly the same for too long. In an empty zone, a coarse gauge may do that without a fault. */
  static frozen({ unchanged }: Scene['sensors'], zone: number): boolean {
    return (unchanged[zone] ?? 0) > FROZEN_TIME;
  }

  /** Whether this sensor gives no reading, always the same one of 10 mmHg or more, or an impossible one. */
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
