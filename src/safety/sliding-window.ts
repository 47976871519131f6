/** A list of timed values, oldest first, that drops those older than a window. */

/**
 * Dropped values stay in the arrays and are skipped. Once there are more than this many, and more of them than of the others, they are
 * removed.
 */
const COMPACT_AFTER = 64;

export class SlidingWindow {
  readonly #window: number;
  #times: number[] = [];
  #values: number[] = [];
  #first = 0;

  /** @param window length of the window, s; a value exactly this old is still inside */
  constructor(window: number) {
    this.#window = window;
  }

  add(at: number, value: number): void {
    this.#times.push(at);
    this.#values.push(value);
  }

  /** Adds a value. If the newest value inside is equal, that one gets the time `at` instead. */
  extend(at: number, value: number): void {
    const newest = this.#values.length - 1;
    if (newest >= this.#first && this.#values[newest] === value) this.#times[newest] = at;
    else this.add(at, value);
  }

  /** Drops the values that are outside the window at `at`. @returns their sum */
  drop(at: number): number {
    let sum = 0;
    const since = at - this.#window - 1e-9;
    const { length } = this.#times;
    while (this.#first < length && (this.#times[this.#first] ?? at) < since)
      sum += this.#values[this.#first++] ?? 0;
    if (this.#first > COMPACT_AFTER && this.#first * 2 > length) {
      this.#times = this.#times.slice(this.#first);
      this.#values = this.#values.slice(this.#first);
      this.#first = 0;
    }
    return sum;
  }

  clear(): void {
    this.#times = [];
    this.#values = [];
    this.#first = 0;
  }

  /** Time of the oldest value inside; null if there is none. */
  get oldestAt(): number | null {
    return this.#times[this.#first] ?? null;
  }

  /** Null if no value is inside. */
  get oldest(): number | null {
    return this.#values[this.#first] ?? null;
  }

  /** Null if no value is inside. */
  get highest(): number | null {
    let highest: number | null = null;
    for (let index = this.#first; index < this.#values.length; index++) {
      const value = this.#values[index] ?? Number.NEGATIVE_INFINITY;
      if (highest === null || value > highest) highest = value;
    }
    return highest;
  }
}
