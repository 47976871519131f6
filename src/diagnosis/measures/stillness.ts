/** Measures what a sensor reads while no air moves: its zero, when the empty bag is open to the room, and its noise. */

import type { ZoneSample } from './zone-sample.ts';

/** The vent must have been open for this long, s, before an empty bag's reading counts as the sensor's zero. */
const EMPTYING_TIME = 8;
/**
 * An emptying bag falls mostly in the first half of EMPTYING_TIME: in the second half by at most this share of the first fall. A bag that does not
 * empty keeps its pressure, or loses it evenly.
 */
const MOST_OF_FIRST_FALL = 0.4;
/** A bag that was below this when the vent opened was empty already, mmHg. */
const EMPTY_BELOW = 6;
/** A bag that was not empty does not empty if its pressure falls by less than this in the first half of EMPTYING_TIME, mmHg. */
const LEAST_FALL = 3;
/** Readings count as still after no air has moved for this long, s. */
const STILL_AFTER = 0.5;
/**
 * Expected |x₂ − 2x₁ + x₀| of independent readings with standard deviation 1: √6 · √(2/π). A steady fall cancels out in such a difference.
 */
const SECOND_DIFFERENCE = 1.954;
/** A second difference larger than this is not noise, but a leg that moves, mmHg. */
const MOVING_LEG_JUMP = 15;
const LEAST_READINGS = 30;
/** Shortest measured time that gives the zero, s. */
const LEAST_ZERO_TIME = 1;
/** A sensor that has repeated its reading this many times in a row is frozen: a working sensor has more noise. */
const FROZEN_SAMPLES = 100;

export interface Stillness {
  /** Mean reading of the empty bag, mmHg; null = the vent was open for too short a time, or the bag did not empty. */
  readonly zero: number | null;
  /** Standard deviation of one reading, mmHg; null = too few readings were made while no air moved. */
  readonly noise: number | null;
  /** Number of samples without a reading, of `samples`. */
  readonly missing: number;
  readonly samples: number;
  /** Whether the last FROZEN_SAMPLES readings and the one before them are the same. */
  readonly isFrozen: boolean;
}

export class StillnessMeasure {
  /** How long the vent has been open, s. */
  #open = 0;
  /** Pressure when the vent opened, mmHg. */
  #from = 0;
  /** Pressure after half of EMPTYING_TIME, mmHg. */
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
      zero: this.#zeroTime >= LEAST_ZERO_TIME ? this.#zero / this.#zeroTime : null,
      noise: this.#count >= LEAST_READINGS ? this.#differences / this.#count / SECOND_DIFFERENCE : null,
      missing: this.#missing,
      samples: this.#samples,
      isFrozen: this.#same >= FROZEN_SAMPLES,
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
    this.#followVent(pressure, vent && !fill, dt);
    if (this.#isEmpty) {
      // The older readings count less, because a zero can change.
      const kept = this.#zeroTime > 10 ? 0.5 : 1;
      this.#zero = this.#zero * kept + pressure * dt;
      this.#zeroTime = this.#zeroTime * kept + dt;
    }
    const isQuiet = !fill && filling === 0 && (!vent || this.#isEmpty);
    this.#quiet = isQuiet ? this.#quiet + dt : 0;
    this.#last = this.#quiet > STILL_AFTER ? [...this.#last, pressure].slice(-3) : [pressure];
    const [first, second, third] = this.#last;
    if (first === undefined || second === undefined || third === undefined) return;
    const difference = Math.abs(third - 2 * second + first);
    if (difference > MOVING_LEG_JUMP) return;
    this.#differences += difference;
    this.#count++;
  }

  /**
   * Finds out whether the bag is empty, so that its sensor reads the zero. A bag that keeps some pressure is not taken as empty, because
   * air may be in it.
   */
  #followVent(pressure: number, isOpen: boolean, dt: number): void {
    if (!isOpen) {
      this.#open = 0;
      this.#isEmpty = false;
      return;
    }
    if (this.#open === 0) this.#from = pressure;
    const wasHalfWay = this.#open >= EMPTYING_TIME / 2;
    this.#open += dt;
    if (!wasHalfWay && this.#open >= EMPTYING_TIME / 2) this.#halfWay = pressure;
    if (this.#open < EMPTYING_TIME || this.#isEmpty) return;
    const first = this.#from - this.#halfWay;
    const fell = first >= LEAST_FALL && this.#halfWay - pressure <= MOST_OF_FIRST_FALL * first;
    this.#isEmpty = this.#from < EMPTY_BELOW || fell;
  }
}
