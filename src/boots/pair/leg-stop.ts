/** Stop for one boot of a pair: asked for until it is heard, by its answer or by what the boot says it did. */

import { opCodes } from '../../../firmware-protocol/command.ts';
import { elapsed, type Instant } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import type { Clock } from '../../clock/clock.ts';
import type { CommandOutcome } from '../command-outcome.ts';
import { isPrepared } from '../is-prepared.ts';
import type { SingleBoots } from '../single-boots.ts';

/** ms */
const AGAIN = 300;
/** So many without an outcome: more would only wait, and what asks how the boot is behind them. */
const MOST_UNDER_WAY = 3;
/** What the boot says may be lost: it is asked, ms. */
const READ_AGAIN = 1000;
/** By then a Stop has been obeyed and that has been said, on a slow link too, ms. What has not is told as it is. */
const OBEYED = 2000;
/** Not acknowledged for this long it is told: the person has hands, ms. */
const UNCONFIRMED = 1000;

export class LegStop {
  /** It was asked for and has not been acknowledged. */
  wanted = false;
  #askedAt: Instant | null = null;
  #sentAt: Instant | null = null;
  #readAt: Instant | null = null;
  #underWay = 0;

  constructor(
    readonly boots: SingleBoots,
    readonly clock: Clock,
  ) {}

  /** It is time to say it again. */
  get due(): boolean {
    return this.wanted && this.#underWay < MOST_UNDER_WAY && this.#since(this.#sentAt) >= AGAIN;
  }

  /** Asks the boot how it is, where that is due. */
  read(): void {
    const asked = Math.min(this.#since(this.#askedAt), this.#since(this.#readAt));
    if (!this.wanted || asked < READ_AGAIN) return;
    this.#readAt = this.clock.now();
    void this.boots.readStatus();
  }

  /** The boot has said how it is: Stop is what it did last, or it has been at rest ever since nothing older could move it. */
  heard(status: Status): void {
    const rests = !isPrepared(status) && this.#since(this.#askedAt) >= UNCONFIRMED;
    if (status.therapy === 'stopped' && (status.lastOp === opCodes.stop || rests)) this.wanted = false;
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
    this.#underWay++;
    const outcome = await this.boots.stop();
    this.#underWay--;
    if (outcome.kind === 'acknowledged') this.wanted = false;
    return outcome;
  }

  #since(instant: Instant | null): number {
    return instant === null ? Number.POSITIVE_INFINITY : elapsed(instant, this.clock.now());
  }
}
