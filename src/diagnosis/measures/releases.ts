/** Measures how fast a zone empties: the time from an upper to a lower pressure with the vent valve open. */

import { limits } from '../../../firmware-protocol/limits.ts';
import type { Bag } from '../../air/fill-model.ts';
import { usualRelease } from './usual-release.ts';
import type { ZoneSample } from './zone-sample.ts';

/** The upper pressure, mmHg: even the prefill reaches it. */
export const EMPTYING_FROM = 15;
/** The lower pressure, mmHg: down to it, an error of a sensor's zero hardly matters. */
export const EMPTYING_TO = 8;
const MOST_RELEASES = 12;
/** The shortest time after which a release that has not reached EMPTYING_FROM counts as unfinished, s. */
const LEAST_LATE_AFTER = 5;
/** The same for larger bags, as a multiple of the time in which a usual bag empties from 80 mmHg. */
const LATE_TIMES = 2;

export class Releases {
  /** A release that stays at or above EMPTYING_FROM for longer than this counts as unfinished, s. */
  readonly #lateAfter: number;
  #before: number | null = null;
  /** Time since the pressure fell through EMPTYING_FROM, s; null = the pressure is not between that and EMPTYING_TO in a release. */
  #timeBetweenLevels: number | null = null;
  /** How long the vent has been open with the pressure at EMPTYING_FROM or above, s. */
  #timeAbove = 0;
  #times: readonly number[] = [];
  #unfinished = 0;

  constructor(bag: Bag) {
    this.#lateAfter = Math.max(
      LEAST_LATE_AFTER,
      LATE_TIMES * usualRelease(bag, limits.target.byDefault, EMPTYING_FROM),
    );
  }

  /** Oldest first, s. */
  get times(): readonly number[] {
    return this.#times;
  }

  /**
   * The longest time that a release has taken so far without reaching EMPTYING_FROM, or without getting from there to EMPTYING_TO, s.
   * Counted since the last complete release; 0 = none.
   */
  get longestUnfinished(): number {
    return this.#unfinished;
  }

  take({ pressure, vent, fill, target, dt }: ZoneSample): void {
    const before = this.#before;
    this.#before = pressure;
    if (pressure === null || before === null || fill || dt === 0 || target !== 'vent') {
      this.#timeBetweenLevels = null;
      this.#timeAbove = 0;
      return;
    }
    this.#timeAbove = vent && pressure >= EMPTYING_FROM ? this.#timeAbove + dt : 0;
    if (this.#timeAbove > this.#lateAfter) this.#unfinished = Math.max(this.#unfinished, this.#timeAbove);
    if (!vent && this.#timeBetweenLevels === null) return;
    if (before >= EMPTYING_FROM && pressure < EMPTYING_FROM) {
      this.#timeBetweenLevels = dt * shareBelow(before, pressure, EMPTYING_FROM);
      if (pressure < EMPTYING_TO)
        this.#keep(
          dt * (shareBelow(before, pressure, EMPTYING_FROM) - shareBelow(before, pressure, EMPTYING_TO)),
        );
      return;
    }
    if (this.#timeBetweenLevels === null) return;
    if (pressure < EMPTYING_TO)
      this.#keep(this.#timeBetweenLevels + dt * (1 - shareBelow(before, pressure, EMPTYING_TO)));
    else {
      this.#timeBetweenLevels += dt;
      this.#unfinished = Math.max(this.#unfinished, this.#timeBetweenLevels);
    }
  }

  #keep(time: number): void {
    this.#timeBetweenLevels = null;
    this.#unfinished = 0;
    this.#times = [...this.#times, time].slice(-MOST_RELEASES);
  }
}

/** The share of a fall from `before` to `after` that lies below `level`, 0 to 1. */
const shareBelow = (before: number, after: number, level: number): number =>
  before === after ? 0 : (level - after) / (before - after);
