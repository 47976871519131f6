/**
 * One connection as a page sees it. Once it has ended, its services and characteristics reject, even if the link below
 * lives on.
 */

import type { AttLink } from './att-link.ts';

interface Listener {
  receive(value: Uint8Array<ArrayBuffer>): void;
}

/** By characteristic UUID, the object that subscribed first: it receives the values. */
export type Listeners = Map<string, Listener>;

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
