/** A page's Bluetooth as a whole, and a page's connection to one device. */

import type { AttLink } from './att-link.ts';

interface Listener {
  receive(value: Uint8Array<ArrayBuffer>): void;
}

/** By characteristic UUID: the object that receives the values, which is the first of the page's objects that subscribed. */
export type Listeners = Map<string, Listener>;

/**
 * One connection as a page sees it. Once the connection has ended, its services and characteristics reject, even if
 * the radio link stays up.
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

/** The Bluetooth of one page. A page that has lost its Bluetooth gets a new one when it is reloaded. */
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

  /** Starts what the page asks. Once the Bluetooth is lost, `ask` starts nothing, and no request settles. */
  async ask<T>(start: () => Promise<T>): Promise<T> {
    if (!this.#isLost) {
      try {
        const result = await start();
        if (!this.#isLost) return result;
      } catch (reason) {
        if (!this.#isLost) throw reason;
      }
    }
    return new Promise(() => undefined);
  }
}
