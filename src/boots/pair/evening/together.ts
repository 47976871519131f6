/** Keeps the two legs of a pair together: at each boundary the one that is ahead is put off until the other is there. */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { elapsed, type Instant, type Milliseconds } from '../../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../../clock/clock.ts';
import { firstPast } from '../ascending.ts';
import type { Leg } from '../leg.ts';
import type { PairScript } from '../pair-script.ts';
import { putOff } from './evening.ts';

/** How long one leg rests while the other one is out of reach, ms. */
const OUT_OF_REACH = 60_000;
/** What has not begun by then can still be changed, ms. */
const AHEAD = 1500;

export class Together {
  /** Since when a leg has been waiting for one that is out of reach; null = it is not. */
  #since: Instant | null = null;

  constructor(
    readonly left: Leg,
    readonly right: Leg,
    readonly script: () => PairScript,
    readonly clock: Clock,
  ) {}

  /** Puts off what must be. *Apart*: one has been out of reach for too long. */
  even(): 'together' | 'apart' {
    const waits = [this.#put(this.left, this.right), this.#put(this.right, this.left)];
    if (waits.includes(true)) this.#since ??= this.clock.now();
    else if (!this.left.silent && !this.right.silent) this.#since = null;
    if (this.#since === null) return 'together';
    return elapsed(this.#since, this.clock.now()) > OUT_OF_REACH ? 'apart' : 'together';
  }

  /** A leg had begun its cycle when it was put off: what comes after that is said again. */
  missed(leg: Leg): void {
    const { keyframes, boundaries } = this.script();
    const soon = leg.place().script + AHEAD;
    const next = boundaries[firstPast(boundaries, (boundary) => boundary > soon)];
    if (next !== undefined) leg.cut(keyframes, next);
  }

  /** @returns whether `mine` waits for a leg that is out of reach */
  #put(mine: Leg, other: Leg): boolean {
    const now = mine.place().script;
    const { keyframes, boundaries } = this.script();
    const boundary = boundaries[firstPast(boundaries, (at) => at > now)];
    if (boundary === undefined || mine.silent || !this.#isRest(mine, boundary)) return false;
    const { off, outOfReach } = putOff(mine.approach(boundary), other.approach(boundary));
    if (off !== 0 && !mine.busy) mine.delay(keyframes, boundary, off);
    return outOfReach;
  }

  /** Only rest is made longer. */
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
