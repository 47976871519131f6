/**
 * Keeps the two legs of a pair in step: at cycle boundaries, delays the leg that is ahead until the other has caught up.
 * leg-skew.ts computes the delay.
 */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { elapsed, type Instant, type Milliseconds } from '../../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../../clock/clock.ts';
import { firstPast } from '../binary-search.ts';
import type { Leg } from '../leg.ts';
import type { PairScript } from '../pair-script.ts';
import { cycleDelay } from './leg-skew.ts';

/** Longest time for which one leg rests and waits for the other to come back into reach, ms. */
const LONGEST_WAIT_FOR_LEG = 60_000;
/** Only cycles that begin further ahead than this can still be changed, ms. */
const CHANGE_NOTICE = 1500;

export class LegSync {
  /** Since when one leg has had to wait for the other, which was out of reach; null = no leg has, or both have been heard since. */
  #since: Instant | null = null;

  constructor(
    readonly left: Leg,
    readonly right: Leg,
    readonly script: () => PairScript,
    readonly clock: Clock,
  ) {}

  /** @returns `outOfTouch` once a leg has waited too long for one that is out of reach */
  adjust(): 'inTouch' | 'outOfTouch' {
    const waits = [this.#delayLegAhead(this.left, this.right), this.#delayLegAhead(this.right, this.left)];
    if (waits.includes(true)) this.#since ??= this.clock.now();
    else if (!this.left.silent && !this.right.silent) this.#since = null;
    if (this.#since === null) return 'inTouch';
    return elapsed(this.#since, this.clock.now()) > LONGEST_WAIT_FOR_LEG ? 'outOfTouch' : 'inTouch';
  }

  /** Call when a delay arrived after the leg had begun the cycle: sends everything again from the next boundary that can be changed. */
  resendMissed(leg: Leg): void {
    const { keyframes, boundaries } = this.script();
    const soonest = leg.position().script + CHANGE_NOTICE;
    const next = boundaries[firstPast(boundaries, (boundary) => boundary > soonest)];
    if (next !== undefined) leg.cut(keyframes, next);
  }

  /** Delays `mine` if it is ahead, or takes back too long a delay. @returns whether `mine` must wait for a leg that is out of reach */
  #delayLegAhead(mine: Leg, other: Leg): boolean {
    const now = mine.position().script;
    const { keyframes, boundaries } = this.script();
    const boundary = boundaries[firstPast(boundaries, (at) => at > now)];
    if (boundary === undefined || mine.silent || !this.#isRest(mine, boundary)) return false;
    const { by, outOfReach } = cycleDelay(mine.approach(boundary), other.approach(boundary));
    if (by !== 0 && !mine.changePending) mine.delay(keyframes, boundary, by);
    return outOfReach;
  }

  /** Whether the leg's zones rest just before the boundary, none squeezed: only a rest may be lengthened. */
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
