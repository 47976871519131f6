/**
 * Notifications and indications on their way to BlueZ, which sends a changed value to every central that asked for it: one that
 * a peripheral gives each of its links goes out once.
 */

type Bytes = Uint8Array<ArrayBuffer>;

interface Waiting {
  readonly characteristic: string;
  readonly value: Bytes;
  /** Links that gave it so far. */
  readonly by: Set<string>;
}

const same = (a: Bytes, b: Bytes): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

export class AirValues {
  #waiting: Waiting[] = [];
  readonly #send: (characteristic: string, value: Bytes) => void;

  constructor(send: (characteristic: string, value: Bytes) => void) {
    this.#send = send;
  }

  /** A value for one link. What other links give in the same turn and is alike is the same value. */
  add(link: string, characteristic: string, value: Bytes): void {
    const already = this.#waiting.find(
      (waiting) =>
        waiting.characteristic === characteristic && !waiting.by.has(link) && same(waiting.value, value),
    );
    if (already) {
      already.by.add(link);
      return;
    }
    if (this.#waiting.length === 0) queueMicrotask(() => this.#flush());
    this.#waiting.push({ characteristic, value, by: new Set([link]) });
  }

  #flush(): void {
    const due = this.#waiting;
    this.#waiting = [];
    for (const { characteristic, value } of due) this.#send(characteristic, value);
  }
}
