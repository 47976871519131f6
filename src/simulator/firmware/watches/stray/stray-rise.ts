/**
 * Compares a zone whose valves should be closed with a model of that zone with its fill valve open, while other zones
 * fill or the boots test their valves (PROTOCOL.md, STRAY-5, STRAY-6). Pressures are in mmHg, times in s.
 */

import { figures } from '../../../../../firmware-protocol/figures.ts';
import { flowRate } from './flow-rate.ts';

/** Time from the command to close a fill valve until readings are those of a closed zone, s. */
const CLOSED_TIME = figures.leakSettles.value;
/** Longest comparison, s: in a longer one, a warm leg would lift the zone by as much as is compared. */
const LONGEST = 1;
/** Least rise of the model that is compared, mmHg: noise and coupling between neighbours do not come to half of it. */
const LEAST_RISE = figures.strayRise.value;
/** A zone that rises by more than this share of the model's rise counts as rising with the model. */
const SEEN_SHARE = 0.5;
const MOST_COUNTED = figures.strayRiseMost.value;
const ENOUGH = figures.strayRises.value;
/**
 * A leg has moved if its zone is more than this above what warmth and the model explain, mmHg: while other zones fill,
 * and while none does.
 */
const MOVED = { filling: 5, idle: 1 };
/** How fast a closed zone rises by itself at most, mmHg/s: its leg warms it. */
const WARMING = 1;
/** Time for which the zone may still rise after the other zones' valves have closed, s. */
const SETTLING_TIME = 0.2;
/** Time for which readings may still contain the ripple of a pump that has stopped, s. */
const RIPPLE_TIME = figures.strayRipple.value;
/** Time after a movement of the leg for which nothing counts, s. */
const CALM_TIME = figures.strayCalm.value;

export class StrayRise {
  /**
   * The comparison under way. `#began`: pressure at its beginning, mmHg. `#model`: pressure by the model, mmHg. `#lasted`: its length so
   * far, s; negative = no comparison is under way.
   */
  #began = 0;
  #model = 0;
  #lasted = -1;
  /** Whether this comparison adds to the sum. */
  #counts = true;
  /** Sum of the comparisons, not below 0, mmHg. */
  #sum = 0;
  #before = 0;
  /** Pressure of the zone without pushes of the leg, mmHg. */
  #floor = 0;
  /** Time since the leg moved (`#calm`), since both valves closed (`#closed`), and since another zone filled (`#idle`), s. */
  #calm = 0;
  #closed = 0;
  #idle = 0;

  forget(): void {
    this.#lasted = -1;
    this.#sum = 0;
    this.#calm = 0;
  }

  /** Evidence so far, as a share of what proves the fault: 1 or more = proven. */
  get evidence(): number {
    return this.#sum / ENOUGH;
  }

  /**
   * @param pressure of the zone, mmHg
   * @param isShut whether both valves are commanded to be closed
   * @param manifold pressure of the manifold while other zones fill, mmHg; null = none fills
   * @param softness air that raises the zone by 1 mmHg, mL
   * @param counts whether the comparison counts; if not, it only shows how the zone may rise without a push of the leg
   */
  step(
    pressure: number,
    isShut: boolean,
    manifold: number | null,
    softness: number,
    counts: boolean,
    dt: number,
  ): void {
    this.#calm += dt;
    this.#closed = isShut ? this.#closed + dt : 0;
    this.#idle = manifold === null ? this.#idle + dt : 0;
    const isClosed = this.#closed >= CLOSED_TIME;
    if (manifold !== null && isClosed) {
      this.#counts = counts;
      this.#compare(pressure, manifold, softness, dt);
    } else {
      if (!isClosed || this.#idle >= RIPPLE_TIME) this.#end(pressure);
      const settles = !isClosed || this.#idle < SETTLING_TIME;
      this.#watchLeg(pressure, settles ? Number.POSITIVE_INFINITY : WARMING * dt, MOVED.idle);
    }
    this.#before = pressure;
  }

  #compare(pressure: number, manifold: number, softness: number, dt: number): void {
    if (this.#lasted < 0) {
      // If the zone's fill valve is stuck open, this reading contains the pump's ripple. The one before does
      // not.
      this.#began = this.#before;
      this.#model = this.#before;
      this.#lasted = 0;
    }
    const gap = manifold - this.#model;
    const most = flowRate(Math.abs(gap), softness) * dt;
    const moved = Math.max(-most, Math.min(most, gap));
    this.#model += moved;
    this.#lasted += dt;
    this.#watchLeg(pressure, WARMING * dt + Math.max(0, moved), MOVED.filling);
    if (this.#lasted >= LONGEST) this.#end(pressure);
  }

  /**
   * @param rise most that the pressure can rise in this step without a push, mmHg
   * @param most how far above the floor the pressure can be without a push, mmHg
   */
  #watchLeg(pressure: number, rise: number, most: number): void {
    this.#floor = Math.min(pressure, this.#floor + rise);
    if (pressure > this.#floor + most) this.#calm = 0;
  }

  #end(pressure: number): void {
    const expected = this.#lasted < 0 ? 0 : this.#model - this.#began;
    this.#lasted = -1;
    if (!this.#counts || expected < LEAST_RISE || this.#calm < CALM_TIME) return;
    const counted = Math.min(expected, MOST_COUNTED);
    const follows = pressure - this.#began > SEEN_SHARE * expected;
    this.#sum = Math.max(0, this.#sum + (follows ? counted : -counted));
  }
}
