/** One connection as a page has it. Its objects are stale once it is over, which the link below it need not be. */

import type { AirLink } from './air-link.ts';

interface Listener {
  hear(value: Uint8Array<ArrayBuffer>): void;
}

/** By characteristic, the object that asked for its notifications first: that object gets the events. */
export type Listeners = Map<string, Listener>;

export class PageConnection {
  #over = false;

  constructor(
    readonly link: AirLink,
    readonly listeners: Listeners,
  ) {}

  get isOpen(): boolean {
    return !this.#over && this.link.isOpen;
  }

  end(): void {
    this.#over = true;
  }
}
