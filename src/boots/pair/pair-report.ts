/** Publishes the status of a pair after each change; changes at one instant are published once. */

import { BehaviorSubject } from 'rxjs';
import { elapsed, type Instant, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { EndReason, Status } from '../../../firmware-protocol/status.ts';
import type { Cancel, Clock } from '../../clock/clock.ts';
import { every } from '../../clock/every.ts';
import type { Leg } from './leg.ts';
import { type LegStatus, mergedStatus } from './merge/merge-status.ts';

/**
 * Both boots start, pause and resume within this time of each other, even on a slow link, ms. If they differ
 * for longer, they are doing different things, and the more active one is reported.
 */
const MAX_DISAGREEMENT = 1000;
const LOOK = milliseconds(100);

export class PairReport {
  readonly status: BehaviorSubject<Status>;
  /** Why the pair itself ended the session; null = it did not. */
  endReason: EndReason | null = null;
  /** True in a session: a change that only one boot has made yet is not reported. */
  inSession = false;
  /** Since when the boots differ; null = they do not. */
  #apart: Instant | null = null;
  readonly #endLooking: Cancel;
  #publishPending = false;
  #over = false;

  constructor(
    readonly left: Leg,
    readonly right: Leg,
    readonly clock: Clock,
  ) {
    this.status = new BehaviorSubject(this.#merged(null));
    this.#endLooking = every(clock, LOOK, () => this.#look());
  }

  /** Publishes after everything else at this instant has run. */
  publishSoon(): void {
    if (this.#publishPending) return;
    this.#publishPending = true;
    void Promise.resolve().then(() => {
      if (this.#publishPending) this.publish();
    });
  }

  publish(): Status {
    this.#publishPending = false;
    const status = this.#merged(this.status.value);
    if (!this.#over) this.status.next(status);
    return status;
  }

  end(): void {
    this.#over = true;
    this.#endLooking();
  }

  /** The boots should be doing the same, or are being stopped. */
  get #shouldAgree(): boolean {
    const { left, right, clock } = this;
    if (this.#apart !== null && elapsed(this.#apart, clock.now()) > MAX_DISAGREEMENT) return false;
    return this.inSession || left.halt.underWay || right.halt.underWay;
  }

  /** Publishes if the boots have now differed for too long. */
  #look(): void {
    const { therapy } = this.status.value;
    if (this.#apart !== null && !this.#shouldAgree && therapy !== this.#merged(this.status.value).therapy)
      this.publish();
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
      before: this.#shouldAgree ? (before?.therapy ?? null) : null,
      bootCount: before?.bootCount ?? null,
      clock: milliseconds(Math.round(this.clock.now())),
      endReason: this.endReason,
    });
  }
}

function ofLeg(leg: Leg): LegStatus {
  const { playhead, waited, script, standing } = leg.position();
  return {
    status: leg.status,
    script,
    active: milliseconds(playhead + waited),
    standing,
    token: leg.boots.token,
  };
}
