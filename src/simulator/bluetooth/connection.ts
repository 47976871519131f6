/** One connection as a page has it. Its objects are stale once it is over, which the link below it need not be. */

import type { AirLink } from './air-link.ts';
import type { SimulatedCharacteristic } from './characteristic.ts';

/** Which object asked for the notifications of a characteristic first: theirs are the events. */
export type Listeners = Map<string, SimulatedCharacteristic>;

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
