/**
 * Notifications and indications on their way to BlueZ. BlueZ sends a changed value to every subscribed central, so a value that the
 * peripheral sends on each of its links must be passed on only once.
 */

type Bytes = Uint8Array<ArrayBuffer>;

interface Waiting {
  readonly characteristic: string;
  readonly value: Bytes;
  /** The links that have sent this value so far. */
  readonly by: Set<string>;
}

const same = (a: Bytes, b: Bytes): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

export class OutgoingValues {
  #waiting: Waiting[] = [];
  readonly #send: (characteristic: string, value: Bytes) => void;

  constructor(send: (characteristic: string, value: Bytes) => void) {
    this.#send = send;
  }

  /** Sends a value for one link. An equal value for another link before the current code has returned counts as the same one. */
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
