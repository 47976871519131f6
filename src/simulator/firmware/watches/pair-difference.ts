/**
 * Fault 9 for zones in pairs (PROTOCOL.md, PAIR-4): air settles between the two zones of a pair, unless a hose is
 * kinked or a gauge is wrong. Pressures are in mmHg, times in s.
 */

import { figures } from '../../../../firmware-protocol/figures.ts';
import { VENT } from '../regulation/aim.ts';
import type { Sensors } from '../regulation/sensors.ts';
import type { Scene, Trip, Watch } from './watch.ts';

const NEAR_TARGET = figures.pairNear.value;
const APART = figures.pairApart.value;
const APART_TIME = figures.pairApartTime.value;
const REST_TIME = figures.pairRest.value;
const LOWEST_AT_REST = figures.restLeast.value;
const HIGHEST_AT_REST = figures.restMost.value;

interface Apart {
  readonly lower: number;
  readonly higher: number;
}

export class PairDifference implements Watch {
  /** By valve: how long its two zones have stood apart. */
  readonly #apart: Float64Array;
  /** By valve: the zones that stood apart for too long. */
  readonly #found: (Apart | undefined)[] = [];
  /** By valve: how long its zones have been vented. */
  readonly #vented: Float64Array;

  /** @param zones of which there are at least as many as valves */
  constructor(zones: number) {
    this.#apart = new Float64Array(zones);
    this.#vented = new Float64Array(zones);
  }

  begin(): void {
    this.#apart.fill(0);
    this.#vented.fill(0);
    this.#found.length = 0;
  }

  step({ sensors, regulator, air, running }: Scene, dt: number): Trip | null {
    if (!running) return null;
    let zone: number | null = null;
    for (let valve = 0; valve < air.valves.length; valve++) {
      const [one, other] = air.valves[valve] ?? [];
      if (one === undefined || other === undefined) continue;
      const aim = regulator.aims[one] ?? 0;
      const first = sensors.calm[one] ?? 0;
      const second = sensors.calm[other] ?? 0;
      const isApart =
        aim >= 0 && Math.max(first, second) >= aim - NEAR_TARGET && Math.min(first, second) < aim - APART;
      this.#apart[valve] = isApart ? (this.#apart[valve] ?? 0) + dt : 0;
      this.#vented[valve] = aim === VENT ? (this.#vented[valve] ?? 0) + dt : 0;
      if ((this.#apart[valve] ?? 0) > APART_TIME)
        this.#found[valve] = first < second ? { lower: one, higher: other } : { lower: other, higher: one };
      const found = this.#found[valve];
      if (found && this.#isProven(found, sensors, this.#vented[valve] ?? 0)) zone ??= found.lower;
    }
    return zone === null ? null : { fault: 'notFilling', zone };
  }

  /** Whether the hose is kinked. Where second gauges do not tell a wrong gauge, the zones do so at rest. */
  #isProven({ lower, higher }: Apart, { calm, second }: Sensors, vented: number): boolean {
    if (second) return true;
    const high = calm[higher] ?? 0;
    const low = calm[lower] ?? 0;
    return vented >= REST_TIME && Math.min(low, high) >= LOWEST_AT_REST && high <= HIGHEST_AT_REST;
  }
}
