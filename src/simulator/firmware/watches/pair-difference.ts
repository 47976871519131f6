/**
 * Fault 9 for zones in pairs (PROTOCOL.md, PAIR-4): air settles between the two zones of a pair, unless a hose is
 * kinked. Pressures are in mmHg, times in s.
 */

import { figures } from '../../../../firmware-protocol/figures.ts';
import type { Scene, Trip, Watch } from './watch.ts';

const NEAR_TARGET = figures.pairNear.value;
const APART = figures.pairApart.value;
const APART_TIME = figures.pairApartTime.value;

export class PairDifference implements Watch {
  /** By valve: how long its two zones have stood apart. */
  readonly #apart: Float64Array;

  /** @param zones of which there are at least as many as valves */
  constructor(zones: number) {
    this.#apart = new Float64Array(zones);
  }

  begin(): void {
    this.#apart.fill(0);
  }

  step({ sensors, regulator, air, running }: Scene, dt: number): Trip | null {
    if (!running) return null;
    let found: number | null = null;
    for (let valve = 0; valve < air.valves.length; valve++) {
      const [one, other] = air.valves[valve] ?? [];
      if (one === undefined || other === undefined) continue;
      const aim = regulator.aims[one] ?? 0;
      const first = sensors.calm[one] ?? 0;
      const second = sensors.calm[other] ?? 0;
      const isApart =
        aim >= 0 && Math.max(first, second) >= aim - NEAR_TARGET && Math.min(first, second) < aim - APART;
      this.#apart[valve] = isApart ? (this.#apart[valve] ?? 0) + dt : 0;
      if ((this.#apart[valve] ?? 0) > APART_TIME) found ??= first < second ? one : other;
    }
    return found === null ? null : { fault: 'notFilling', zone: found };
  }
}
