/** Publishes the status of a pair, merged from the last status of each boot. */

import { BehaviorSubject } from 'rxjs';
import { elapsed, type Instant, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { EndReason, Status } from '../../../firmware-protocol/status.ts';
import type { Cancel, Clock } from '../../clock/clock.ts';
import { every } from '../../clock/every.ts';
import type { Leg } from './leg.ts';
import { type LegStatus, mergedStatus } from './merge/merge-status.ts';

/**
 * Both boots start, pause and resume within this time of each other, even on a slow link, ms. If their therapies differ for
 * longer, the status has the therapy of the more active boot.
 */
const LONGEST_DISAGREEMENT = 1000;
const COMPARE_PERIOD = milliseconds(100);

export class PairReport {
  readonly status: BehaviorSubject<Status>;
  /** Why the pair itself ended the session; null = it did not. */
  endReason: EndReason | null = null;
  /** Whether a session is on: then a change of therapy that only one boot has made so far is not reported at once. */
  inSession = false;
  /** Since when the boots' therapies have differed; null = they do not. */
  #disagreeSince: Instant | null = null;
  readonly #endLooking: Cancel;
  #publishPending = false;
  #over = false;

  constructor(
    readonly left: Leg,
    readonly right: Leg,
    readonly clock: Clock,
  ) {
    this.status = new BehaviorSubject(this.#merged(null));
    this.#endLooking = every(clock, COMPARE_PERIOD, () => this.#look());
  }

  /** Publishes when the code that is running now has returned: once, however often this was called until then. */
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

  /**
   * Whether this boot's status says *stopped* although it was made after the boots' therapies had differed for too long.
   * Then the boot will not start any more: somebody has withdrawn its Start, for example.
   */
  staysBehind({ status, statusAt }: Leg): boolean {
    const since = this.#disagreeSince;
    const differ = this.left.status.therapy !== this.right.status.therapy;
    return (
      differ &&
      since !== null &&
      status.therapy === 'stopped' &&
      elapsed(since, statusAt) > LONGEST_DISAGREEMENT
    );
  }

  /**
   * Whether the boots should have the same therapy, because they are in a session or being stopped, and have not differed
   * for too long.
   */
  get #shouldAgree(): boolean {
    const { left, right, clock } = this;
    if (this.#disagreeSince !== null && elapsed(this.#disagreeSince, clock.now()) > LONGEST_DISAGREEMENT)
      return false;
    return this.inSession || left.legStop.underWay || right.legStop.underWay;
  }

  #look(): void {
    const { therapy } = this.status.value;
    if (
      this.#disagreeSince !== null &&
      !this.#shouldAgree &&
      therapy !== this.#merged(this.status.value).therapy
    )
      this.publish();
  }

  #compare(): void {
    const differ = this.left.status.therapy !== this.right.status.therapy;
    this.#disagreeSince = differ ? (this.#disagreeSince ?? this.clock.now()) : null;
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
