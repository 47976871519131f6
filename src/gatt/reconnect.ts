/** Decides when to reconnect after a loss: soon at first, then less often, with jitter. */

import { type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Cancel, Clock } from '../clock/clock.ts';

const FIRST_WAIT = milliseconds(250);
const LONGEST_WAIT = milliseconds(4_000);
/** Largest share by which each wait varies at random, so that attempts on two boots that were lost together do not always coincide. */
const JITTER = 0.2;

/**
 * @param attempt 0 for the first after a loss
 * @param random uniform in [0, 1)
 * @returns 250 ms, doubled with each attempt up to 4 s, ±20 %
 */
export function backoff(attempt: number, random: () => number): Milliseconds {
  const nominal = Math.min(FIRST_WAIT * 2 ** Math.min(attempt, 16), LONGEST_WAIT);
  return milliseconds(nominal * (1 + JITTER * (2 * random() - 1)));
}

export class Reconnect {
  readonly #clock: Clock;
  readonly #random: () => number;
  #attempts = 0;
  #cancel: Cancel | null = null;

  constructor(clock: Clock, random: () => number) {
    this.#clock = clock;
    this.#random = random;
  }

  later(attempt: () => void): void {
    this.#cancel?.();
    this.#cancel = this.#clock.after(backoff(this.#attempts++, this.#random), () => {
      this.#cancel = null;
      attempt();
    });
  }

  cancel(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  /** Cancels the wait and forgets the attempts, so that the next wait is the shortest. */
  reset(): void {
    this.cancel();
    this.#attempts = 0;
  }
}
