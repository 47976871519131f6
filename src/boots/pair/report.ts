/** The status of a pair, told again whenever something has changed, once for all that happens at a time. */

import { BehaviorSubject } from 'rxjs';
import { elapsed, type Instant, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { EndReason, Status } from '../../../firmware-protocol/status.ts';
import type { Cancel, Clock } from '../../clock/clock.ts';
import { every } from '../../clock/every.ts';
import type { Leg } from './leg.ts';
import { type LegStatus, mergedStatus } from './merge/merge-status.ts';

/**
 * Both boots begin, pause and go on within this of each other, on a slow link too, ms. Those that differ for longer do different
 * things, and what the one does that does more is told.
 */
const TOGETHER = 1000;
const LOOK = milliseconds(100);

export class PairReport {
  readonly status: BehaviorSubject<Status>;
  /** Why the pair itself ended the session; null = it did not. */
  endReason: EndReason | null = null;
  /** A session is to be: what only one has done of it yet is not told. */
  atOne = false;
  /** Since when they differ; null = they do not. */
  #apart: Instant | null = null;
  readonly #endLooking: Cancel;
  #toSay = false;
  #over = false;

  constructor(
    readonly left: Leg,
    readonly right: Leg,
    readonly clock: Clock,
  ) {
    this.status = new BehaviorSubject(this.#merged(null));
    this.#endLooking = every(clock, LOOK, () => this.#look());
  }

  /** Once all that happens now has happened. */
  say(): void {
    if (this.#toSay) return;
    this.#toSay = true;
    void Promise.resolve().then(() => {
      if (this.#toSay) this.sayNow();
    });
  }

  sayNow(): Status {
    this.#toSay = false;
    const status = this.#merged(this.status.value);
    if (!this.#over) this.status.next(status);
    return status;
  }

  end(): void {
    this.#over = true;
    this.#endLooking();
  }

  /** Both are to do the same, or are just being stopped. */
  get #alike(): boolean {
    const { left, right, clock } = this;
    if (this.#apart !== null && elapsed(this.#apart, clock.now()) > TOGETHER) return false;
    return this.atOne || left.halt.underWay || right.halt.underWay;
  }

  /** What they do may differ for too long by now. */
  #look(): void {
    const { therapy } = this.status.value;
    if (this.#apart !== null && !this.#alike && therapy !== this.#merged(this.status.value).therapy)
      this.sayNow();
  }

  #compare(): void {
    const differ = this.left.status.therapy !== this.right.status.therapy;
    this.#apart = differ ? (this.#apart ?? this.clock.now()) : null;
  }

  #merged(before: Status | null): Status {
    this.#compare();
    const left = ofLeg(this.left);
    const right = ofLeg(this.right);
    return mergedStatus({
      left,
      right,
      zones: this.left.boots.feature.parts.length,
      before: this.#alike ? (before?.therapy ?? null) : null,
      bootCount: before?.bootCount ?? null,
      clock: milliseconds(Math.round(this.clock.now())),
      endReason: this.endReason,
    });
  }
}

function ofLeg(leg: Leg): LegStatus {
  const { playhead, waited, script, standing } = leg.place();
  return {
    status: leg.status,
    script,
    active: milliseconds(playhead + waited),
    standing,
    token: leg.boots.token,
  };
}
