/**
 * Recognises duplicate notifications. A platform may deliver one notification at several objects of the same
 * characteristic: only the first delivery counts. A value that a single object delivers twice was sent twice.
 */

/** How many recent notifications are remembered. A duplicate of an older one counts as new. */
const REMEMBERED_VALUES = 16;

interface Delivery {
  readonly value: Uint8Array;
  readonly by: Set<object>;
}

export const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

export class DuplicateFilter {
  /** The oldest first. */
  #last: Delivery[] = [];

  /** @returns whether another object has delivered this value already */
  isDuplicate(value: Uint8Array, source: object): boolean {
    const delivered = this.#last.find((earlier) => !earlier.by.has(source) && same(earlier.value, value));
    if (delivered) {
      delivered.by.add(source);
      return true;
    }
    this.#last.push({ value, by: new Set([source]) });
    if (this.#last.length > REMEMBERED_VALUES) this.#last.shift();
    return false;
  }

  forget(): void {
    this.#last = [];
  }
}
