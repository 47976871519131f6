/** Values of the last so many seconds, oldest first. */

interface Dated {
  readonly at: number;
  readonly value: number;
}

export class Recent {
  readonly #window: number;
  #values: Dated[] = [];
  #first = 0;

  /** @param window s; a value as old as this is still recent */
  constructor(window: number) {
    this.#window = window;
  }

  add(at: number, value: number): void {
    this.#values.push({ at, value });
  }

  /** Adds a value, or makes the newest one last until now if it is the same. */
  keep(at: number, value: number): void {
    if (this.#values.length > this.#first && this.#values.at(-1)?.value === value) this.#values.pop();
    this.add(at, value);
  }

  /** Drops what is older than the window before `at`; `gone` sees each value dropped. */
  forget(at: number, gone?: (value: number) => void): void {
    let oldest = this.oldest;
    while (oldest !== null && oldest.at < at - this.#window - 1e-9) {
      this.#first++;
      gone?.(oldest.value);
      oldest = this.oldest;
    }
    // Moving the rest is worth it only once in a while.
    if (this.#first > 64 && this.#first * 2 > this.#values.length) {
      this.#values = this.#values.slice(this.#first);
      this.#first = 0;
    }
  }

  clear(): void {
    this.#values = [];
    this.#first = 0;
  }

  get oldest(): Dated | null {
    return this.#values[this.#first] ?? null;
  }

  /** The highest value kept; null if there is none. */
  get highest(): number | null {
    let highest: number | null = null;
    for (let index = this.#first; index < this.#values.length; index++) {
      const { value } = this.#values[index] ?? { value: Number.NEGATIVE_INFINITY };
      if (highest === null || value > highest) highest = value;
    }
    return highest;
  }
}
