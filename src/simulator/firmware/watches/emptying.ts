/**
 * Limit 15: a zone whose vent is open must empty in time, whether after a stop, in a pause or at a vent in
 * the timeline.
 */

import { limits, rules } from '../../../../firmware-protocol/limits.ts';
import { VENT } from '../regulation/aim.ts';
import { SensorFault } from './sensor-fault.ts';
import type { Scene, Trip, Watch } from './watch.ts';

export class Emptying implements Watch {
  readonly #full: Float64Array;

  /**
   * @param tells `notEmptying`: zones that are full. `sensor`: zones of which nobody knows whether they are, because their gauge is dead. One
   * does not hide the other.
   */
  constructor(
    zones: number,
    private readonly tells: 'notEmptying' | 'sensor',
  ) {
    this.#full = new Float64Array(zones);
  }

  begin(): void {}

  step({ sensors, regulator, distrusted }: Scene, dt: number): Trip | null {
    let first: number | null = null;
    for (let zone = 0; zone < this.#full.length; zone++) {
      const looked = regulator.aims[zone] === VENT && zone !== distrusted;
      const full = looked && !((sensors.quick[zone] ?? 0) < rules.empty);
      this.#full[zone] = full ? (this.#full[zone] ?? 0) + dt : 0;
      const late = (this.#full[zone] ?? 0) > limits.emptying.hard;
      if (late && SensorFault.dead(sensors, zone) === (this.tells === 'sensor')) first ??= zone;
    }
    return first === null ? null : { fault: this.tells, zone: first };
  }
}
