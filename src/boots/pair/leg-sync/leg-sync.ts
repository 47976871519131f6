/**
 * Keeps the two legs of a pair in step: at each cycle boundary, delays the leg that is ahead until the other
 * catches up.
 */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { elapsed, type Instant, type Milliseconds } from '../../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../../clock/clock.ts';
import { firstPast } from '../binary-search.ts';
import type { Leg } from '../leg.ts';
import type { PairScript } from '../pair-script.ts';
import { cycleDelay } from './leg-skew-limit.ts';

/** How long one leg rests while the other is out of reach, ms. */
const OUT_OF_REACH = 60_000;
/** What starts later than this from now can still be changed, ms. */
const STILL_CHANGEABLE = 1500;

export class LegSync {
  /** When a leg began waiting for one that is out of reach; null = neither does. */
  #since: Instant | null = null;

  constructor(
    readonly left: Leg,
    readonly right: Leg,
    readonly script: () => PairScript,
    readonly clock: Clock,
  ) {}

  /** Adjusts the delays. @returns `apart` if one leg has been out of reach for too long */
  adjust(): 'together' | 'apart' {
    const waits = [this.#delayLeader(this.left, this.right), this.#delayLeader(this.right, this.left)];
    if (waits.includes(true)) this.#since ??= this.clock.now();
    else if (!this.left.silent && !this.right.silent) this.#since = null;
    if (this.#since === null) return 'together';
    return elapsed(this.#since, this.clock.now()) > OUT_OF_REACH ? 'apart' : 'together';
  }

  /** A delay arrived after the leg had started the cycle: resend everything from the next boundary on. */
  resendMissed(leg: Leg): void {
    const { keyframes, boundaries } = this.script();
    const soonest = leg.position().script + STILL_CHANGEABLE;
    const next = boundaries[firstPast(boundaries, (boundary) => boundary > soonest)];
    if (next !== undefined) leg.cut(keyframes, next);
  }

  /** @returns whether `mine` is waiting for a leg that is out of reach */
  #delayLeader(mine: Leg, other: Leg): boolean {
    const now = mine.position().script;
    const { keyframes, boundaries } = this.script();
    const boundary = boundaries[firstPast(boundaries, (at) => at > now)];
    if (boundary === undefined || mine.silent || !this.#isRest(mine, boundary)) return false;
    const { by, outOfReach } = cycleDelay(mine.approach(boundary), other.approach(boundary));
    if (by !== 0 && !mine.changePending) mine.delay(keyframes, boundary, by);
    return outOfReach;
  }

  /** Whether the zones rest before the boundary: only rest may be made longer. */
  #isRest(leg: Leg, boundary: Milliseconds): boolean {
    const { keyframes } = this.script();
    const last = keyframes[firstPast(keyframes, ({ at }) => at >= boundary) - 1];
    const n = leg.boots.feature.parts.length;
    const own = last?.targets.slice(leg.side === 'left' ? 0 : n, leg.side === 'left' ? n : 2 * n) ?? [];
    return own.every(
      (target) => target === 'vent' || (typeof target === 'number' && target <= rules.squeezed),
    );
  }
}
