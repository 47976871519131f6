/** What one sensor reads while nothing moves: its zero when the bag is open to the room, and its noise. */

import type { ZoneSample } from './zone-sample.ts';

/** A bag has this long to empty before its reading counts as the zero, s. */
const EMPTIED = 8;
/** A bag that empties loses most of its pressure in the first half of that; one that does not, keeps or loses it evenly. */
const MOST = 0.4;
/** Below this at the start it was empty already, mmHg; by less than this nothing fell, mmHg. */
const EMPTY = 6;
const FELL = 3;
/** The first readings after a valve has closed are not still, s. */
const STILL = 0.5;
/** E|x₂ − 2x₁ + x₀| of independent readings with standard deviation 1: √6 · √(2/π). A steady fall cancels out. */
const SECOND_DIFFERENCE = 1.954;
/** A jump of this much is no noise but a leg that moves, mmHg. */
const MOVED = 15;
/** The noise is told from this many readings on. */
const ENOUGH = 30;
/** The zero is told after this long, s. */
const LONG_ENOUGH = 1;
/** The same reading for this many samples: no real sensor is as quiet as that. */
const FROZEN = 100;

export interface Stillness {
  /** Mean reading with the vent open, mmHg; null = it was never open for long enough. */
  readonly zero: number | null;
  /** Standard deviation of one sample, mmHg; null = too few. */
  readonly noise: number | null;
  /** How many samples the boots had no reading for, and how many samples there were. */
  readonly missing: number;
  readonly samples: number;
  /** The reading has not changed at all for ten seconds and more. */
  readonly isFrozen: boolean;
}

export class Still {
  /** How long the vent has been open, s, and the pressures when it opened, and half-way to empty, mmHg. */
  #open = 0;
  #from = 0;
  #halfWay = 0;
  #isEmpty = false;
  #quiet = 0;
  #zero = 0;
  #zeroTime = 0;
  #last: readonly number[] = [];
  #differences = 0;
  #count = 0;
  #same = 0;
  #missing = 0;
  #samples = 0;

  get stillness(): Stillness {
    return {
      zero: this.#zeroTime >= LONG_ENOUGH ? this.#zero / this.#zeroTime : null,
      noise: this.#count >= ENOUGH ? this.#differences / this.#count / SECOND_DIFFERENCE : null,
      missing: this.#missing,
      samples: this.#samples,
      isFrozen: this.#same >= FROZEN,
    };
  }

  take({ pressure, fill, vent, dt, filling }: ZoneSample): void {
    this.#samples++;
    if (pressure === null || dt === 0) {
      if (pressure === null) this.#missing++;
      this.#last = [];
      this.#open = 0;
      this.#isEmpty = false;
      this.#quiet = 0;
      return;
    }
    this.#same = pressure === this.#last.at(-1) ? this.#same + 1 : 0;
    this.#vented(pressure, vent && !fill, dt);
    if (this.#isEmpty) {
      // The latest ten seconds or so: a zero can change.
      const kept = this.#zeroTime > 10 ? 0.5 : 1;
      this.#zero = this.#zero * kept + pressure * dt;
      this.#zeroTime = this.#zeroTime * kept + dt;
    }
    const isQuiet = !fill && filling === 0 && (!vent || this.#isEmpty);
    this.#quiet = isQuiet ? this.#quiet + dt : 0;
    this.#last = this.#quiet > STILL ? [...this.#last, pressure].slice(-3) : [pressure];
    const [first, second, third] = this.#last;
    if (first === undefined || second === undefined || third === undefined) return;
    const difference = Math.abs(third - 2 * second + first);
    if (difference > MOVED) return;
    this.#differences += difference;
    this.#count++;
  }

  /** Whether the bag has emptied, so that what its sensor reads is its zero: a pressure that stays may be air. */
  #vented(pressure: number, isOpen: boolean, dt: number): void {
    if (!isOpen) {
      this.#open = 0;
      this.#isEmpty = false;
      return;
    }
    if (this.#open === 0) this.#from = pressure;
    const wasHalfWay = this.#open >= EMPTIED / 2;
    this.#open += dt;
    if (!wasHalfWay && this.#open >= EMPTIED / 2) this.#halfWay = pressure;
    if (this.#open < EMPTIED || this.#isEmpty) return;
    const first = this.#from - this.#halfWay;
    const fell = first >= FELL && this.#halfWay - pressure <= MOST * first;
    this.#isEmpty = this.#from < EMPTY || fell;
  }
}
