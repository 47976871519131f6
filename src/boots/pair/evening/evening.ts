/**
 * How two legs are kept together. Each waits for its own air; at the end of a cycle the leg that is ahead rests until the other
 * is there too, so that both begin the next cycle together. Pure: where each leg is, and what is to be done about one of them.
 */

import { type Milliseconds, milliseconds } from '../../../../firmware-protocol/quantities.ts';

/** The way of one leg to the boundary at which its cycle ends. */
export interface Approach {
  /** Playhead time until then as things stand, ms. */
  readonly left: number;
  /** The same if the boundary had not been put off; 0 once that has gone by. */
  readonly least: number;
  /** A gate lies on the way. */
  readonly gates: boolean;
  /** It is waiting at a gate now. */
  readonly waiting: boolean;
  /** It has begun that cycle, or one after it. */
  readonly past: boolean;
  readonly silent: boolean;
  /** It was given what it plays from the boundary on, so that it can go on without being heard. */
  readonly provided: boolean;
  /** How long a word takes to get there and back, ms. */
  readonly trip: number;
}

/** Legs this close are together, ms. */
const TOGETHER = 60;
/** Something must be done by now even if the other leg's waits are not known, ms: a frame may be under way for long. */
const SOON = 2500;
/** And then as much time as this is given, ms; what is too much is taken back. */
const RESERVE = 4000;
/** What is nearer cannot be changed any more, ms; on slow air what is nearer than a trip and this. */
const TOO_LATE = 250;
const MARGIN = 100;
/** A leg is put off by this much while the other one cannot be heard, ms. */
const AWHILE = 5000;

export interface Put {
  /** By how much later the cycle is to begin, or, negative, earlier than it was put off to; 0 = leave it. */
  readonly off: Milliseconds;
  /** The other leg is not heard and cannot go on. */
  readonly outOfReach: boolean;
}

const put = (off: number, outOfReach = false): Put => ({ off: milliseconds(Math.round(off)), outOfReach });

/** What is to be done about `mine`, so that both begin the next cycle together. */
export function putOff(mine: Approach, other: Approach): Put {
  // More waits are to come: nothing can be said yet.
  if (mine.gates) return put(0);
  const tooLate = Math.max(TOO_LATE, mine.trip + MARGIN);
  const inTime = mine.waiting || mine.left >= tooLate;
  const soon = mine.left < SOON;
  if (other.silent && !other.provided && !other.past) {
    return put(soon && inTime ? AWHILE : 0, soon);
  }
  const known = other.past || !(other.gates || other.waiting);
  const others = other.past ? 0 : other.least;
  // Where nothing is known but that the other leg is not there yet, the one that is ahead is given time.
  const reserve = !known && soon && mine.least <= other.least ? RESERVE : 0;
  const wanted = Math.max(mine.least, others, reserve);
  if (wanted > mine.left + TOGETHER) return put(known || soon ? (inTime ? wanted - mine.left : 0) : 0);
  const earlier = Math.max(wanted, tooLate);
  return put(known && earlier < mine.left - TOGETHER ? earlier - mine.left : 0);
}
