/**
 * Recognises duplicate notifications: a platform may deliver one notification at several objects of the same characteristic. A value
 * that a single object delivers twice was sent twice.
 */

/** How many recent notifications are remembered. A duplicate of an older one counts as new. */
const REMEMBERED_VALUES = 16;

interface Delivery {
  readonly value: Uint8Array;
  /** The characteristic objects that have delivered the value. */
  readonly by: object[];
}

export const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

export class DuplicateFilter {
  #last: Delivery[] = [];

  /** @returns whether another object has delivered this value already */
  isDuplicate(value: Uint8Array, source: object): boolean {
    for (const earlier of this.#last) {
      if (earlier.by.includes(source) || !same(earlier.value, value)) continue;
      earlier.by.push(source);
      return true;
    }
    this.#last.push({ value, by: [source] });
    if (this.#last.length > REMEMBERED_VALUES) this.#last.shift();
    return false;
  }

  forget(): void {
    this.#last = [];
  }
}
