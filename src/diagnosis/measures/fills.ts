/** How one zone fills: how long it takes to its pressure, and how much of the pump's air. */

import type { Bag } from '../../air/fill-model.ts';
import { airForRise } from './usual-bag.ts';
import type { ZoneSample } from './zone-sample.ts';

/** A fill to less than this above where it began is a top-up, mmHg. */
const TELLING = 10;
/** Within this of its target a zone has arrived, mmHg: gates open there. */
const NEAR = 3;
/** A bag is taut above this pressure, mmHg; below it, air goes in without a rise. */
export const TAUT = 5;
/** A bag below this held next to nothing, mmHg. */
const EMPTY = 3;
/** A smaller rise of the taut bag says too little about its air, mmHg. */
const LEAST_RISE = 8;
/** How many fills are kept. */
const KEPT = 12;

export interface Fill {
  /** mmHg. */
  readonly from: number;
  readonly to: number;
  /** From the first opening of its valve to its pressure, s. */
  readonly seconds: number;
  /** How long its valve was open meanwhile, s. */
  readonly open: number;
  /** Air it took before it was taut, L; null = it was not empty when the fill began. */
  readonly slack: number | null;
  /** Air the taut bag took, as a multiple of what a usual one takes; null = it rose too little. */
  readonly effort: number | null;
  /** Whether it reached its pressure. */
  readonly arrived: boolean;
}

interface Filling {
  readonly from: number;
  readonly target: number;
  seconds: number;
  open: number;
  slack: number;
  /** Pressure when it became taut, mmHg; null = not yet. */
  tautAt: number | null;
  air: number;
  /** Highest so far, mmHg. */
  pressure: number;
}

export class Fills {
  readonly #bag: Bag;
  #filling: Filling | null = null;
  #fills: readonly Fill[] = [];

  constructor(bag: Bag) {
    this.#bag = bag;
  }

  /** The latest, oldest first. */
  get fills(): readonly Fill[] {
    return this.#fills;
  }

  /** The one that goes on, as far as it is; null = none does. */
  get underWay(): Fill | null {
    return this.#filling && asFill(this.#filling, this.#bag, false);
  }

  take({ pressure, fill, vent, target, dt, flow }: ZoneSample): void {
    if (pressure === null) {
      this.#filling = null;
      return;
    }
    const aim = typeof target === 'number' ? target : null;
    if (this.#filling && (aim === null || vent || aim < this.#filling.target - NEAR)) this.#end(false);
    if (!this.#filling && fill && aim !== null && aim - pressure >= TELLING) this.#begin(pressure, aim);
    const filling = this.#filling;
    if (!filling) return;
    const air = fill ? (flow * dt) / 60 : 0;
    filling.seconds += dt;
    if (fill) filling.open += dt;
    if (filling.tautAt === null && pressure >= TAUT) filling.tautAt = pressure;
    if (filling.tautAt === null) filling.slack += air;
    else filling.air += air;
    filling.pressure = Math.max(filling.pressure, pressure);
    if (!fill && pressure >= (aim ?? filling.target) - NEAR) this.#end(true);
  }

  #begin(pressure: number, target: number): void {
    this.#filling = {
      from: pressure,
      target,
      seconds: 0,
      open: 0,
      slack: 0,
      tautAt: pressure >= TAUT ? pressure : null,
      air: 0,
      pressure,
    };
  }

  #end(arrived: boolean): void {
    const filling = this.#filling;
    this.#filling = null;
    if (!filling || filling.open === 0) return;
    this.#fills = [...this.#fills, asFill(filling, this.#bag, arrived)].slice(-KEPT);
  }
}

function asFill(filling: Filling, bag: Bag, arrived: boolean): Fill {
  const { from, tautAt, pressure, air, slack, seconds, open } = filling;
  const rise = tautAt === null ? 0 : pressure - tautAt;
  return {
    from,
    to: pressure,
    seconds,
    open,
    slack: from < EMPTY && tautAt !== null ? slack : null,
    effort: rise >= LEAST_RISE ? air / airForRise(bag, pressure - rise, pressure) : null,
    arrived,
  };
}
