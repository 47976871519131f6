/** Stop for one boot of a pair: asked for until it is acknowledged. */

import { elapsed, type Instant } from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../clock/clock.ts';
import type { CommandOutcome } from '../command-outcome.ts';
import { isPrepared } from '../is-prepared.ts';
import type { SingleBoots } from '../single-boots.ts';

/** ms */
const AGAIN = 300;
/** By then a Stop has been obeyed and that has been said, on a slow link too, ms. What has not is told as it is. */
const OBEYED = 2000;
/** Not acknowledged for this long it is told: the person has hands, ms. */
const UNCONFIRMED = 1000;

export class LegStop {
  /** It was asked for and has not been acknowledged. */
  wanted = false;
  #askedAt: Instant | null = null;
  #sentAt: Instant | null = null;

  constructor(
    readonly boots: SingleBoots,
    readonly clock: Clock,
  ) {}

  /** It is time to say it again. */
  get due(): boolean {
    return this.wanted && this.#since(this.#sentAt) >= AGAIN;
  }

  /** The boots have not had the time yet to say that they have stopped. */
  get underWay(): boolean {
    if (this.#since(this.#askedAt) > OBEYED) return false;
    return this.wanted || this.boots.status.value.therapy !== 'stopped';
  }

  /** For a while already, of a boot that as far as is known has not stopped by itself either. */
  get unconfirmed(): boolean {
    return this.wanted && this.#since(this.#askedAt) > UNCONFIRMED && isPrepared(this.boots.status.value);
  }

  async send(): Promise<CommandOutcome> {
    this.#sentAt = this.clock.now();
    if (!this.wanted) this.#askedAt = this.#sentAt;
    this.wanted = true;
    const outcome = await this.boots.stop();
    if (outcome.kind === 'acknowledged') this.wanted = false;
    return outcome;
  }

  #since(instant: Instant | null): number {
    return instant === null ? Number.POSITIVE_INFINITY : elapsed(instant, this.clock.now());
  }
}
