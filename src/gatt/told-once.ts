/**
 * One notification may be told of at several objects of one characteristic. The first to tell it counts; the others echo it. What one
 * object tells twice came twice.
 */

/** An object that lags further behind than this many notifications tells something new. */
const REMEMBERED = 16;

interface Told {
  readonly value: Uint8Array;
  readonly by: Set<object>;
}

export const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

export class ToldOnce {
  #last: Told[] = [];

  /** @returns whether another object has told this already */
  isEcho(value: Uint8Array, source: object): boolean {
    const told = this.#last.find((earlier) => !earlier.by.has(source) && same(earlier.value, value));
    if (told) {
      told.by.add(source);
      return true;
    }
    this.#last = [...this.#last.slice(1 - REMEMBERED), { value, by: new Set([source]) }];
    return false;
  }

  forget(): void {
    this.#last = [];
  }
}
