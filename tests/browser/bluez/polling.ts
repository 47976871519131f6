/** Tells which characteristics the browser reads back to back. Beside such reads, BlueZ loses notifications. */

/** Reads of a characteristic that follow each other within this time are back to back, ms. */
const BACK_TO_BACK = 50;

export class Polling {
  readonly #readAt = new Map<string, number>();
  readonly #until = new Map<string, number>();

  read(characteristic: string): void {
    const now = performance.now();
    const before = this.#readAt.get(characteristic) ?? Number.NEGATIVE_INFINITY;
    if (now - before < BACK_TO_BACK) this.#until.set(characteristic, now + BACK_TO_BACK);
    this.#readAt.set(characteristic, now);
  }

  isOn(characteristic: string): boolean {
    return performance.now() < (this.#until.get(characteristic) ?? 0);
  }
}
