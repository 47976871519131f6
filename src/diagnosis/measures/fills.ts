/** Measures how a zone fills: how long it takes, and how much of the pump's air goes in. */

import type { Bag } from '../../air/fill-model.ts';
import { airForRise } from './usual-bag.ts';
import type { ZoneSample } from './zone-sample.ts';

/** If the target is less than this above the pressure, mmHg, the zone is topped up, which does not count as a fill. */
const LEAST_FILL = 10;
/** A zone counts as having reached its target within this, mmHg: a little more than the 2 mmHg of the protocol (GATE-3). */
const ARRIVED_WITHIN = 3;
/** A bag is taut from this pressure on, mmHg. Below this pressure, air goes in almost without a rise. */
export const TAUT_ABOVE = 5;
/** A bag below this pressure is empty, mmHg. */
const EMPTY_BELOW = 3;
/** The air of a taut bag is not computed from a smaller rise than this, mmHg, because the result is not reliable. */
const LEAST_RISE = 6;
const MOST_FILLS = 12;

export interface Fill {
  /** Pressure at the beginning, mmHg. */
  readonly from: number;
  /** Highest pressure in the fill, mmHg. */
  readonly to: number;
  /** From the first opening of the fill valve to the end of the fill, s: the target, or something that ended the fill before. */
  readonly seconds: number;
  /** How long the fill valve was open, s. */
  readonly open: number;
  /** Air that went in before the bag was taut, L. Null = the bag was not empty when the fill began, or it never became taut. */
  readonly slack: number | null;
  /** Air that went into the taut bag, as a multiple of what a usual bag takes. Null = the taut bag's pressure rose too little. */
  readonly effort: number | null;
  readonly arrived: boolean;
}

interface Filling {
  readonly from: number;
  readonly target: number;
  seconds: number;
  open: number;
  slack: number;
  /** Pressure when the bag became taut, mmHg; null = not yet. */
  tautAt: number | null;
  air: number;
  /** Highest pressure so far, mmHg. */
  pressure: number;
}

export class Fills {
  readonly #bag: Bag;
  #filling: Filling | null = null;
  /** Whether the fill valve may have opened before the first sample or in a gap between samples: such a fill is not measured. */
  #isUnseen = true;
  #fills: readonly Fill[] = [];

  constructor(bag: Bag) {
    this.#bag = bag;
  }

  /** Oldest first. */
  get fills(): readonly Fill[] {
    return this.#fills;
  }

  get current(): Fill | null {
    return this.#filling && asFill(this.#filling, this.#bag, false);
  }

  take({ pressure, fill, vent, target, dt, flow }: ZoneSample): void {
    if (pressure === null || dt === 0) {
      this.#filling = null;
      this.#isUnseen = fill;
      return;
    }
    if (!fill) this.#isUnseen = false;
    const aim = typeof target === 'number' ? target : null;
    if (this.#filling && (aim === null || vent || aim < this.#filling.target - ARRIVED_WITHIN))
      this.#end(false);
    if (!this.#filling && fill && !this.#isUnseen && aim !== null && aim - pressure >= LEAST_FILL)
      this.#begin(pressure, aim);
    const filling = this.#filling;
    if (!filling) return;
    const air = fill ? (flow * dt) / 60 : 0;
    filling.seconds += dt;
    if (fill) filling.open += dt;
    if (filling.tautAt === null && pressure >= TAUT_ABOVE) filling.tautAt = pressure;
    if (filling.tautAt === null) filling.slack += air;
    else filling.air += air;
    filling.pressure = Math.max(filling.pressure, pressure);
    if (!fill && pressure >= (aim ?? filling.target) - ARRIVED_WITHIN) this.#end(true);
  }

  #begin(pressure: number, target: number): void {
    this.#filling = {
      from: pressure,
      target,
      seconds: 0,
      open: 0,
      slack: 0,
      tautAt: pressure >= TAUT_ABOVE ? pressure : null,
      air: 0,
      pressure,
    };
  }

  #end(arrived: boolean): void {
    const filling = this.#filling;
    this.#filling = null;
    if (!filling || filling.open === 0) return;
    this.#fills = [...this.#fills, asFill(filling, this.#bag, arrived)].slice(-MOST_FILLS);
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
    slack: from < EMPTY_BELOW && tautAt !== null ? slack : null,
    effort: rise >= LEAST_RISE ? air / airForRise(bag, pressure - rise, pressure) : null,
    arrived,
  };
}
