/** Limit 15 (PROTOCOL.md 8.1): a vented zone must be empty in time, whether or not a session is on. */

import { limits, rules } from '../../../../firmware-protocol/limits.ts';
import { VENT } from '../regulation/aim.ts';
import { SensorFault } from './sensor-fault.ts';
import type { Scene, Trip, Watch } from './watch.ts';

export class Emptying implements Watch {
  readonly #fullFor: Float64Array;

  /**
   * @param reportedFault `notEmptying`: reports zones that are full. `sensor`: reports zones whose gauge is dead, so
   *   that nobody knows whether they are full. There is one watch for each, so that neither fault hides the other.
   */
  constructor(
    zones: number,
    private readonly reportedFault: 'notEmptying' | 'sensor',
  ) {
    this.#fullFor = new Float64Array(zones);
  }

  begin(): void {}

  step({ sensors, regulator, faultyGaugeZone }: Scene, dt: number): Trip | null {
    let first: number | null = null;
    for (let zone = 0; zone < this.#fullFor.length; zone++) {
      const isWatched = regulator.aims[zone] === VENT && zone !== faultyGaugeZone;
      const full = isWatched && !sensors.isBelow(zone, rules.empty);
      this.#fullFor[zone] = full ? (this.#fullFor[zone] ?? 0) + dt : 0;
      const late = (this.#fullFor[zone] ?? 0) > limits.emptying.hard;
      if (late && SensorFault.dead(sensors, zone) === (this.reportedFault === 'sensor')) first ??= zone;
    }
    return first === null ? null : { fault: this.reportedFault, zone: first };
  }
}
