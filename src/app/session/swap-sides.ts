/**
 * Swaps left and right of boots at the user's request: stores which boots are swapped, and connects them anew so that the swap takes
 * effect.
 */

import type { Intents } from '../../session/intents.ts';
import { deviceStore } from '../device-storage/device-store.ts';
import { SwappedBoots, swappedBootsValue } from './swapped-boots.ts';

export class SideSwap {
  readonly swapped = new SwappedBoots(async () => (await deviceStore()).value(swappedBootsValue));
  readonly #connectSame: () => void;

  constructor(connectSame: () => void) {
    this.#connectSame = connectSame;
  }

  /** Call while no session is on. @param serials of the connected boots; of a pair, of both */
  swap(session: Pick<Intents, 'disconnect'>, serials: readonly string[]): void {
    session.disconnect();
    void this.swapped.swap(serials);
    this.#connectSame();
  }
}
