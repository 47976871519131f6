/** What a page has: its Bluetooth, and one connection to a device. */

import type { AttLink } from './att-link.ts';

interface Listener {
  receive(value: Uint8Array<ArrayBuffer>): void;
}

/** By characteristic UUID, the object that subscribed first: it receives the values. */
export type Listeners = Map<string, Listener>;

/**
 * One connection as a page sees it. Once it has ended, its services and characteristics reject, even if the link below
 * lives on.
 */
export class PageConnection {
  #endConnection = false;

  constructor(
    readonly link: AttLink,
    readonly listeners: Listeners,
  ) {}

  get isOpen(): boolean {
    return !this.#endConnection && this.link.isOpen;
  }

  end(): void {
    this.#endConnection = true;
  }
}

/** The Bluetooth of one page. Once it is lost, nothing that is asked of it settles; only the next page has one again. */
export class PageBluetooth {
  #isLost = false;
  readonly #atLoss: (() => void)[] = [];

  get isLost(): boolean {
    return this.#isLost;
  }

  /** Calls `end` when the Bluetooth is lost. */
  onLoss(end: () => void): void {
    this.#atLoss.push(end);
  }

  lose(): void {
    if (this.#isLost) return;
    this.#isLost = true;
    for (const end of this.#atLoss) end();
  }

  /** Starts what the page asks; once the Bluetooth is lost, nothing is started, and no promise settles. */
  async ask<T>(start: () => Promise<T>): Promise<T> {
    if (!this.#isLost) {
      const result = await start();
      if (!this.#isLost) return result;
    }
    return new Promise(() => undefined);
  }
}
