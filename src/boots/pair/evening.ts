/**
 * How two legs are kept together. Each waits for its own air; at the end of a cycle the leg that is ahead rests until the other
 * is there too, so that both begin the next cycle together. Pure: what each leg is about to do, and by how much it is put off.
 */

import { type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';

/** The way of one leg to the boundary at which its cycle ends. */
export interface Approach {
  /** Playhead time until then: as long as it takes at least, and exactly if no gate lies on the way. */
  readonly left: number;
  /** It is waiting at a gate, or one lies on the way. */
  readonly gates: boolean;
  readonly waiting: boolean;
}

export interface Other extends Approach {
  /** It has begun that cycle, or one after it. */
  readonly past: boolean;
  readonly silent: boolean;
  /** It was given what it plays from the boundary on, so that it can go on without being heard. */
  readonly provided: boolean;
}

/** Legs this close are together, ms. */
const TOGETHER = 60;
/** Something must be done by now even if the other leg's waits are not known, ms: a frame may be under way for long. */
const SOON = 2500;
/** Too late to say anything, ms. */
const TOO_LATE = 250;
/** A leg is put off by this much while the other one cannot be heard, ms. */
const AWHILE = 5000;

export interface Put {
  /** By how much the boundary is put off; 0 = not. */
  readonly off: Milliseconds;
  /** The other leg is not heard and cannot go on. */
  readonly outOfReach: boolean;
}

const nothing: Put = { off: milliseconds(0), outOfReach: false };

/** What is to be done about `mine`, so that it does not begin the next cycle without `other`. */
export function putOff(mine: Approach, other: Other): Put {
  if (other.past || (mine.left < TOO_LATE && !mine.waiting)) return nothing;
  const soon = mine.left < SOON;
  if (other.silent && !other.provided) {
    return soon ? { off: milliseconds(AWHILE), outOfReach: true } : { ...nothing, outOfReach: soon };
  }
  const behind = other.left - mine.left;
  const exact = !mine.gates && !other.gates;
  return behind > TOGETHER && (exact || soon)
    ? { ...nothing, off: milliseconds(Math.round(behind)) }
    : nothing;
}
