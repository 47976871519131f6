/**
 * Limit 14: a chamber far too high, judged by raw readings alone, independent of the rest of the firmware: those
 * of the second gauge, where there is one.
 */

import { limits, rules } from '../../../../firmware-protocol/limits.ts';
import type { Scene, Trip, Watch } from './watch.ts';

export class IndependentOverPressure implements Watch {
  readonly #above: Float64Array;

  constructor(zones: number) {
    this.#above = new Float64Array(zones);
  }

  begin(): void {}

  step({ sensors }: Scene, dt: number): Trip | null {
    for (let zone = 0; zone < this.#above.length; zone++) {
      const above = this.#raw(sensors, zone) > limits.independent.hard ? (this.#above[zone] ?? 0) + dt : 0;
      this.#above[zone] = above;
      if (above >= rules.independentTime - 1e-9) return { fault: 'independentOverPressure', zone };
    }
    return null;
  }

  /** The gauge that regulates is looked at too: one that gives up must not hide what the other sees. */
  #raw({ raw, again }: Scene['sensors'], zone: number): number {
    return Math.max(raw[zone] ?? 0, again?.[zone] ?? 0);
  }
}
