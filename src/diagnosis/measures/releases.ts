/** How fast one zone empties: the time its pressure takes from one level to another with the vent valve open. */

import type { ZoneSample } from './zone-sample.ts';

/** The two levels, mmHg: even the prefill reaches the upper one, and a sensor's zero hardly matters at the lower. */
export const EMPTYING_FROM = 15;
export const EMPTYING_TO = 8;
const KEPT = 12;
/** From 80 mmHg a bag is below the upper level in less than this, s. */
const LATE = 5;

export class Releases {
  #before: number | null = null;
  /** Since the pressure passed the upper level, s; null = it is not on its way down. */
  #since: number | null = null;
  /** How long the vent has been open with the pressure above the upper level, s. */
  #above = 0;
  #times: readonly number[] = [];
  #unfinished = 0;

  /** The latest, oldest first, s. */
  get times(): readonly number[] {
    return this.#times;
  }

  /** The longest since the last one that came to the lower level, s; 0 = none is late. */
  get unfinished(): number {
    return this.#unfinished;
  }

  take({ pressure, vent, fill, target, dt }: ZoneSample): void {
    const before = this.#before;
    this.#before = pressure;
    if (pressure === null || before === null || fill || dt === 0 || target !== 'vent') {
      this.#since = null;
      this.#above = 0;
      return;
    }
    this.#above = vent && pressure >= EMPTYING_FROM ? this.#above + dt : 0;
    if (this.#above > LATE) this.#unfinished = Math.max(this.#unfinished, this.#above);
    if (!vent && this.#since === null) return;
    if (before >= EMPTYING_FROM && pressure < EMPTYING_FROM) {
      this.#since = dt * shareBelow(before, pressure, EMPTYING_FROM);
      if (pressure < EMPTYING_TO)
        this.#keep(
          dt * (shareBelow(before, pressure, EMPTYING_FROM) - shareBelow(before, pressure, EMPTYING_TO)),
        );
      return;
    }
    if (this.#since === null) return;
    if (pressure < EMPTYING_TO)
      this.#keep(this.#since + dt * (1 - shareBelow(before, pressure, EMPTYING_TO)));
    else {
      this.#since += dt;
      this.#unfinished = Math.max(this.#unfinished, this.#since);
    }
  }

  #keep(time: number): void {
    this.#since = null;
    this.#unfinished = 0;
    this.#times = [...this.#times, time].slice(-KEPT);
  }
}

/** Which share of a falling step lies below a level, 0 to 1. */
const shareBelow = (before: number, after: number, level: number): number =>
  before === after ? 0 : (level - after) / (before - after);
