/**
 * Limit 14 (PROTOCOL.md 8.1): no zone may read more than 130 mmHg for 0.1 s, on its first or its second gauge. The
 * readings are raw, neither zeroed nor smoothed; only first gauges that tap the hose are read through bag-readings.ts.
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

  /** The higher raw reading of the two gauges, mmHg: a gauge that fails must not hide what the other gauge shows. */
  #raw({ raw, second }: Scene['sensors'], zone: number): number {
    // The first gauge gives NaN if it has no reading, and Math.max would return that.
    return Math.max(raw[zone] || 0, second?.[zone] ?? 0);
  }
}
