/** Stop for one boot of a pair: repeated until the boot's answer or its status confirms it. */

import { opCodes } from '../../../firmware-protocol/command.ts';
import { elapsed, type Instant } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import type { Clock } from '../../clock/clock.ts';
import type { CommandOutcome } from '../command-outcome.ts';
import { isPrepared } from '../is-prepared.ts';
import type { SingleBoots } from '../single-boots.ts';

/** Time between two Stops, ms. */
const REPEAT_AFTER = 300;
/** Unanswered Stops at a time: more would only queue up and delay the status reads behind them. */
const MOST_UNDER_WAY = 3;
/** Time between status reads while Stop is unconfirmed, ms: a notification may have been lost. */
const READ_AGAIN = 1000;
/**
 * By then a boot has obeyed and reported it, even on a slow link, ms. After that its status is shown as it
 * is.
 */
const OBEYED_WITHIN = 2000;
/** A Stop not acknowledged for this long is reported, ms: the person can take the boots off by hand. */
const REPORT_AFTER = 1000;

export class LegStop {
  /** Stop was requested and is not confirmed. */
  wanted = false;
  #askedAt: Instant | null = null;
  #sentAt: Instant | null = null;
  #readAt: Instant | null = null;
  #underWay = 0;

  constructor(
    readonly boots: SingleBoots,
    readonly clock: Clock,
  ) {}

  /** Whether to send Stop again now. */
  get due(): boolean {
    return this.wanted && this.#underWay < MOST_UNDER_WAY && this.#since(this.#sentAt) >= REPEAT_AFTER;
  }

  /** Reads the boot's status, if it is time to. */
  read(): void {
    const asked = Math.min(this.#since(this.#askedAt), this.#since(this.#readAt));
    if (!this.wanted || asked < READ_AGAIN) return;
    this.#readAt = this.clock.now();
    void this.boots.readStatus();
  }

  /**
   * The status confirms Stop if Stop was the last command obeyed, or if the boot is at rest long enough that
   * no earlier command can still start it.
   */
  heard(status: Status): void {
    const rests = !isPrepared(status) && this.#since(this.#askedAt) >= REPORT_AFTER;
    if (status.therapy === 'stopped' && (status.lastOp === opCodes.stop || rests)) this.wanted = false;
  }

  /** Whether the boot may still be carrying out the Stop. */
  get underWay(): boolean {
    if (this.#since(this.#askedAt) > OBEYED_WITHIN) return false;
    return this.wanted || this.boots.status.value.therapy !== 'stopped';
  }

  /**
   * Whether Stop has been unconfirmed for too long by a boot that, as far as known, has not stopped on its
   * own.
   */
  get unconfirmed(): boolean {
    return this.wanted && this.#since(this.#askedAt) > REPORT_AFTER && isPrepared(this.boots.status.value);
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
