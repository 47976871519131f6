/** The status of a pair, told again whenever something has changed, once for all that happens at a time. */

import { BehaviorSubject } from 'rxjs';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { EndReason, Status } from '../../../firmware-protocol/status.ts';
import type { Clock } from '../../clock/clock.ts';
import type { Leg } from './leg.ts';
import { type LegStatus, mergedStatus } from './merge-status.ts';

export class PairReport {
  readonly status: BehaviorSubject<Status>;
  /** Why the pair itself ended the session; null = it did not. */
  endReason: EndReason | null = null;
  /** A session is to be: what only one has done of it yet is not told. */
  atOne = false;
  #toSay = false;
  #over = false;

  constructor(
    readonly left: Leg,
    readonly right: Leg,
    readonly clock: Clock,
  ) {
    this.status = new BehaviorSubject(this.#merged(null));
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
  }

  /** Both are to do the same, or are just being stopped. */
  get #alike(): boolean {
    return this.atOne || this.left.halt.underWay || this.right.halt.underWay;
  }

  #merged(before: Status | null): Status {
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
