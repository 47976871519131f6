/** Lets the user swap left and right of boots: stores which boots are swapped, and connects them anew so that the swap takes effect. */

import type { Intents } from '../../session/intents.ts';
import { deviceStore } from '../device-storage/device-store.ts';
import { SwappedBoots, swappedBootsValue } from './swapped-boots.ts';

export class SideSwap {
  readonly swapped = new SwappedBoots(async () => (await deviceStore()).value(swappedBootsValue));
  readonly #connectSame: () => void;

  /** @param connectSame connects the devices that were chosen last, without the chooser */
  constructor(connectSame: () => void) {
    this.#connectSame = connectSame;
  }

  /** Swaps the connected boots, or swaps them back. Call while no session is on. @param serials of these boots; of a pair, of both */
  swap(session: Pick<Intents, 'disconnect'>, serials: readonly string[]): void {
    session.disconnect();
    void this.swapped.swap(serials);
    this.#connectSame();
  }
}
