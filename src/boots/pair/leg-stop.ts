/** Sends Stop to one boot of a pair, and says when to repeat it: until the boot's response or its status confirms it. */

import { opCodes } from '../../../firmware-protocol/command.ts';
import { elapsed, type Instant } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import type { Clock } from '../../clock/clock.ts';
import type { CommandOutcome } from '../command-outcome.ts';
import { isPrepared } from '../is-prepared.ts';
import type { SingleBoots } from '../single-boots.ts';

const REPEAT_INTERVAL = 300;
/** At most this many Stops wait for an outcome at a time: more would only queue, and delay the status reads behind them. */
const MOST_FRAMES_PENDING = 3;
/** Time between status reads while Stop is unconfirmed, ms: a notification may have been lost. */
const READ_INTERVAL = 1000;
/** A boot obeys Stop and reports so within this time, even on a slow link, ms. */
const OBEYED_WITHIN = 2000;
/** A Stop unconfirmed for longer than this is reported, ms, so that the person can act by hand. */
const REPORT_AFTER = 1000;

export class LegStop {
  wanted = false;
  #askedAt: Instant | null = null;
  #sentAt: Instant | null = null;
  #readAt: Instant | null = null;
  #underWay = 0;

  constructor(
    readonly boots: SingleBoots,
    readonly clock: Clock,
  ) {}

  get due(): boolean {
    return (
      this.wanted && this.#underWay < MOST_FRAMES_PENDING && this.#since(this.#sentAt) >= REPEAT_INTERVAL
    );
  }

  read(): void {
    const asked = Math.min(this.#since(this.#askedAt), this.#since(this.#readAt));
    if (!this.wanted || asked < READ_INTERVAL) return;
    this.#readAt = this.clock.now();
    void this.boots.readStatus();
  }

  /**
   * The status of a stopped boot confirms Stop if Stop was the boot's last command, or if the boot is at rest so long after
   * Stop was requested that no earlier command can start it any more.
   */
  onStatus(status: Status): void {
    const rests = !isPrepared(status) && this.#since(this.#askedAt) >= REPORT_AFTER;
    if (status.therapy === 'stopped' && (status.lastOp === opCodes.stop || rests)) this.wanted = false;
  }

  get underWay(): boolean {
    if (this.#since(this.#askedAt) > OBEYED_WITHIN) return false;
    return this.wanted || this.boots.status.value.therapy !== 'stopped';
  }

  /** Whether the boot has not confirmed Stop for too long and, as far as is known, has not stopped by itself. */
  get unconfirmed(): boolean {
    return this.wanted && this.#since(this.#askedAt) > REPORT_AFTER && isPrepared(this.boots.status.value);
  }

  async send(): Promise<CommandOutcome> {
    this.#sentAt = this.clock.now();
    if (!this.wanted) this.#askedAt = this.#sentAt;
    this.wanted = true;
    this.#underWay++;
    try {
      const outcome = await this.boots.stop();
      if (outcome.kind === 'acknowledged') this.wanted = false;
      return outcome;
    } finally {
      this.#underWay--;
    }
  }

  #since(instant: Instant | null): number {
    return instant === null ? Number.POSITIVE_INFINITY : elapsed(instant, this.clock.now());
  }
}
