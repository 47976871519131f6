/** What a page has: its Bluetooth, and one connection to a device. */

import type { AttLink } from './att-link.ts';

interface Listener {
  receive(value: Uint8Array<ArrayBuffer>): void;
}

/** By characteristic UUID, the object that subscribed first: it receives the values. */
export type Listeners = Map<string, Listener>;

/** One connection as a page sees it. Once the connection has ended, its services and characteristics reject, even if the link below lives on. */
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

/** The Bluetooth of one page. Once lost, it settles nothing that the page asks; a reloaded page has a Bluetooth again. */
export class PageBluetooth {
  #isLost = false;
  readonly #atLoss: (() => void)[] = [];

  get isLost(): boolean {
    return this.#isLost;
  }

  onLoss(end: () => void): void {
    this.#atLoss.push(end);
  }

  lose(): void {
    if (this.#isLost) return;
    this.#isLost = true;
    for (const end of this.#atLoss) end();
  }

  /** Starts what the page asks. Once the Bluetooth is lost, starts nothing, and no promise settles. */
  async ask<T>(start: () => Promise<T>): Promise<T> {
    if (!this.#isLost) {
      const result = await start();
      if (!this.#isLost) return result;
    }
    return new Promise(() => undefined);
  }
}
