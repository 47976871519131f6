/** Stores the boots whose left and right are swapped, by serial number. */

import * as v from 'valibot';
import { changeValue } from '../../store/change-value.ts';
import type { Value } from '../../store/table.ts';

/** Most boots that are stored. Those swapped last come first. */
export const MOST_SWAPPED = 20;

export const swappedBootsValue = {
  table: 'settings',
  key: 'swappedBoots',
  version: 1,
  /** Serial numbers have 16 characters at most (PROTOCOL.md 3). */
  schema: v.pipe(v.array(v.pipe(v.string(), v.maxLength(16))), v.maxLength(MOST_SWAPPED)),
} as const;

const changedBy = (swapped: readonly string[], serial: string): readonly string[] =>
  swapped.includes(serial)
    ? swapped.filter((other) => other !== serial)
    : [serial, ...swapped].slice(0, MOST_SWAPPED);

export class SwappedBoots {
  readonly #load: () => Promise<Value<readonly string[]>>;
  readonly #read: Promise<void>;
  #swapped: readonly string[] = [];
  #isStored = true;

  /** @param load opens storage; if this fails, swaps last only as long as the page */
  constructor(load: () => Promise<Value<readonly string[]>>) {
    this.#load = load;
    this.#read = load()
      .then((value) => value.get())
      .then(
        (found) => {
          if (found.kind === 'found') this.#swapped = found.row;
        },
        () => undefined,
      );
  }

  /** Waits until storage has been read. */
  readonly isSwapped = async (serial: string): Promise<boolean> => {
    await this.#read;
    return this.has(serial);
  };

  /** Does not wait: false until storage has been read. */
  has(serial: string): boolean {
    return this.#swapped.includes(serial);
  }

  /** False if the last swap could not be stored, so that it lasts only as long as the page. */
  get isStored(): boolean {
    return this.#isStored;
  }

  /** Swaps left and right of each of these boots, or swaps them back. Call once they have been opened: then storage has been read. */
  async swap(serials: readonly string[]): Promise<void> {
    this.#swapped = serials.reduce(changedBy, this.#swapped);
    const wanted = serials.filter((serial) => this.has(serial));
    const others = (stored: readonly string[]): readonly string[] =>
      stored.filter((serial) => !serials.includes(serial));
    const stored = await this.#load()
      .then((value) =>
        changeValue(value, (before) => [...wanted, ...others(before ?? [])].slice(0, MOST_SWAPPED)),
      )
      .catch(() => null);
    this.#isStored = stored?.kind === 'kept';
  }
}
