/**
 * Computes how long one leg must delay its next cycle, so that both legs begin that cycle together: each leg waits at gates
 * for its own zones, so one gets ahead. Pure.
 */

import { type Milliseconds, milliseconds } from '../../../../firmware-protocol/quantities.ts';

/** How one leg approaches the boundary at which its cycle ends. */
export interface LegApproach {
  /** Playhead time left to the boundary as scheduled now, ms. */
  readonly timeLeft: number;
  /** Playhead time that would be left if the boundary had not been delayed, ms; 0 once that time has passed. */
  readonly leastTimeLeft: number;
  readonly gateAhead: boolean;
  readonly waiting: boolean;
  /** Whether the leg has already begun the cycle after the boundary. */
  readonly past: boolean;
  /** Whether the leg is out of reach. Then the times left are the least possible, and `gateAhead` and `waiting` are false. */
  readonly silent: boolean;
  /** Whether the leg holds keyframes beyond the boundary, so that it goes on even while it is out of reach. */
  readonly fedPast: boolean;
  /** Round-trip time of a message to this leg, ms. */
  readonly roundTrip: number;
}

/** Legs no further apart than this count as in step, ms. */
const MAX_SKEW = 60;
/**
 * The delay must be decided this long before the boundary, ms, even if the other leg's waits are unknown, because a frame
 * may take long to arrive.
 */
const DECIDE_BY = 2500;
/**
 * If the other leg's waits are unknown when the delay must be decided: the time left to the boundary after the delay, ms.
 * What turns out to be too much is taken back later.
 */
const RESERVE_DELAY = 4000;
/**
 * A boundary nearer than this can no longer be moved, ms, unless the leg waits at a gate. On a slow link: one round trip
 * plus `ROUND_TRIP_MARGIN`, if that is longer.
 */
const SHORTEST_NOTICE = 250;
const ROUND_TRIP_MARGIN = 100;
/** Each delay while the other leg is out of reach, ms. */
const OUT_OF_REACH_DELAY = 5000;

export interface CycleDelay {
  /** Delay to apply to the next cycle; a negative one takes back part of an earlier delay; 0 changes nothing. */
  readonly by: Milliseconds;
  /** Whether this leg must wait for the other, which is silent and holds no keyframes beyond the boundary. */
  readonly outOfReach: boolean;
}

const delayed = (by: number, outOfReach = false): CycleDelay => ({
  by: milliseconds(Math.round(by)),
  outOfReach,
});

export function cycleDelay(mine: LegApproach, other: LegApproach): CycleDelay {
  // A gate is still ahead, so the time left is unknown.
  if (mine.gateAhead) return delayed(0);
  const tooLate = Math.max(SHORTEST_NOTICE, mine.roundTrip + ROUND_TRIP_MARGIN);
  const changeable = mine.waiting || mine.timeLeft >= tooLate;
  const mustDecide = mine.timeLeft < DECIDE_BY;
  if (other.silent && !other.fedPast && !other.past) {
    return delayed(mustDecide && changeable ? OUT_OF_REACH_DELAY : 0, mustDecide);
  }
  const known = other.past || !(other.gateAhead || other.waiting);
  const otherLeast = other.past ? 0 : other.leastTimeLeft;
  // Nobody knows when the other leg will reach the boundary, so the leg that is ahead delays its boundary to a fixed time from now.
  const reserve = !known && mustDecide && mine.leastTimeLeft <= other.leastTimeLeft ? RESERVE_DELAY : 0;
  const wanted = Math.max(mine.leastTimeLeft, otherLeast, reserve);
  if (wanted > mine.timeLeft + MAX_SKEW) {
    return delayed((known || mustDecide) && changeable ? wanted - mine.timeLeft : 0);
  }
  const earlier = Math.max(wanted, tooLate);
  return delayed(known && earlier < mine.timeLeft - MAX_SKEW ? earlier - mine.timeLeft : 0);
}
