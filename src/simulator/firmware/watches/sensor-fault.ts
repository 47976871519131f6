/** Fault 10: a sensor that is missing, frozen or out of range. */

import { figures } from '../../../../firmware-protocol/figures.ts';
import { rules } from '../../../../firmware-protocol/limits.ts';
import { VENT } from '../regulation/aim.ts';
import { MISSING } from '../regulation/sensors.ts';
import type { Scene, Trip, Watch } from './watch.ts';

/**
 * A live sensor's noise changes its reading within a few samples; one that does not change for this long is
 * dead, s.
 */
const FROZEN = figures.gaugeFrozen.value;
/** Possible chamber pressures, sensor offset included, mmHg; and how long readings may lie outside, s. */
const RANGE = { least: -25, most: 220 };
const OUTSIDE = figures.gaugeOutside.value;

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
      const outside = raw < RANGE.least || raw > RANGE.most;
      this.#outside[zone] = outside ? (this.#outside[zone] ?? 0) + dt : 0;
      if (
        (sensors.missing[zone] ?? 0) > MISSING ||
        (regulator.aims[zone] !== VENT && SensorFault.frozen(sensors, zone)) ||
        ((sensors.quick[zone] ?? 0) >= rules.released && SensorFault.frozen(sensors, zone)) ||
        (this.#outside[zone] ?? 0) > OUTSIDE
      ) {
        return { fault: 'sensor', zone };
      }
    }
    return null;
  }

  /** Exactly the same for too long. At rest near 0 a coarse gauge may be so; elsewhere air moves it. */
  static frozen({ unchanged }: Scene['sensors'], zone: number): boolean {
    return (unchanged[zone] ?? 0) > FROZEN;
  }

  /** Whether this sensor gives no reading, always the same one, or an impossible one. */
  static dead(sensors: Scene['sensors'], zone: number): boolean {
    const raw = sensors.raw[zone] ?? Number.NaN;
    return (
      (sensors.missing[zone] ?? 0) > MISSING ||
      (SensorFault.frozen(sensors, zone) && (sensors.quick[zone] ?? 0) >= rules.released) ||
      raw < RANGE.least ||
      raw > RANGE.most
    );
  }
}
