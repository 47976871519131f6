/** Values of the last so many seconds, oldest first. */

/** Moving what is kept to the front is worth it only once so much has been dropped. */
const MOVE_AFTER = 64;

export class Recent {
  readonly #window: number;
  #times: number[] = [];
  #values: number[] = [];
  #first = 0;

  /** @param window s; a value as old as this is still recent */
  constructor(window: number) {
    this.#window = window;
  }

  add(at: number, value: number): void {
    this.#times.push(at);
    this.#values.push(value);
  }

  /** Adds a value, or makes the newest one last until now if it is the same. */
  keep(at: number, value: number): void {
    const newest = this.#values.length - 1;
    if (newest >= this.#first && this.#values[newest] === value) this.#times[newest] = at;
    else this.add(at, value);
  }

  /**
   * Drops what is older than the window before `at`.
   * @returns the sum of what was dropped
   */
  forget(at: number): number {
    let sum = 0;
    const since = at - this.#window - 1e-9;
    while ((this.#times[this.#first] ?? at) < since) sum += this.#values[this.#first++] ?? 0;
    if (this.#first > MOVE_AFTER && this.#first * 2 > this.#times.length) {
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

  /** When the oldest value kept was added; null if there is none. */
  get oldestAt(): number | null {
    return this.#times[this.#first] ?? null;
  }

  get oldest(): number | null {
    return this.#values[this.#first] ?? null;
  }

  /** The highest value kept; null if there is none. */
  get highest(): number | null {
    let highest: number | null = null;
    for (let index = this.#first; index < this.#values.length; index++) {
      const value = this.#values[index] ?? Number.NEGATIVE_INFINITY;
      if (highest === null || value > highest) highest = value;
    }
    return highest;
  }
}
