/**
 * How far one leg may be ahead of the other, and what to do about it. Each leg waits for its own air; at the
 * end of a cycle the leg that is ahead rests until the other one catches up, so that both start the next
 * cycle together. Pure.
 */

import { type Milliseconds, milliseconds } from '../../../../firmware-protocol/quantities.ts';

/** One leg on its way to the boundary where its cycle ends. */
export interface LegApproach {
  /** Playhead time left to the boundary as scheduled now, ms. */
  readonly timeLeft: number;
  /** Playhead time left if the boundary had not been delayed, ms; 0 once that has passed. */
  readonly leastTimeLeft: number;
  /** A gate lies before the boundary, so more waiting may come. */
  readonly gateAhead: boolean;
  /** The leg is waiting at a gate now. */
  readonly waiting: boolean;
  /** The leg has already started the cycle after the boundary. */
  readonly past: boolean;
  readonly silent: boolean;
  /** The leg holds keyframes beyond the boundary, so it goes on even while out of reach. */
  readonly fedPast: boolean;
  /** Round-trip time of a message to this leg, ms. */
  readonly roundTrip: number;
}

/** Legs closer than this count as in step, ms. */
const MAX_SKEW = 60;
/**
 * Decide by this long before the boundary even if the other leg's waits are unknown, ms: a frame may be in
 * flight for long.
 */
const DECIDE_BY = 2500;
/** In that case delay the boundary by this much, ms; what turns out to be too much is taken back later. */
const RESERVE = 4000;
/**
 * A boundary nearer than this can no longer be moved, ms. On a slow link the limit is one round trip plus
 * `MARGIN`.
 */
const LAST_CHANGE = 250;
const MARGIN = 100;
/** Delay while the other leg cannot be heard, ms. */
const OUT_OF_REACH_DELAY = 5000;

export interface CycleDelay {
  /** Delay to apply to the next cycle; negative shortens an earlier delay; 0 changes nothing. */
  readonly by: Milliseconds;
  /** The other leg is silent and has run out of keyframes. */
  readonly outOfReach: boolean;
}

const delayed = (by: number, outOfReach = false): CycleDelay => ({
  by: milliseconds(Math.round(by)),
  outOfReach,
});

/** The delay for `mine` that lets both legs start the next cycle together. */
export function cycleDelay(mine: LegApproach, other: LegApproach): CycleDelay {
  // A gate is still ahead, so the time left is unknown.
  if (mine.gateAhead) return delayed(0);
  const tooLate = Math.max(LAST_CHANGE, mine.roundTrip + MARGIN);
  const changeable = mine.waiting || mine.timeLeft >= tooLate;
  const mustDecide = mine.timeLeft < DECIDE_BY;
  if (other.silent && !other.fedPast && !other.past) {
    return delayed(mustDecide && changeable ? OUT_OF_REACH_DELAY : 0, mustDecide);
  }
  const known = other.past || !(other.gateAhead || other.waiting);
  const otherLeast = other.past ? 0 : other.leastTimeLeft;
  // All that is known is that the other leg is not there yet: give the leg that is ahead a reserve.
  const reserve = !known && mustDecide && mine.leastTimeLeft <= other.leastTimeLeft ? RESERVE : 0;
  const wanted = Math.max(mine.leastTimeLeft, otherLeast, reserve);
  if (wanted > mine.timeLeft + MAX_SKEW) {
    return delayed((known || mustDecide) && changeable ? wanted - mine.timeLeft : 0);
  }
  const earlier = Math.max(wanted, tooLate);
  return delayed(known && earlier < mine.timeLeft - MAX_SKEW ? earlier - mine.timeLeft : 0);
}
