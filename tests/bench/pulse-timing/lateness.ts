/** The worst lateness of a stretch of time; what never came is late until its end. */

import type { Change } from './changes.ts';

export interface InForce {
  /** When it was seen, ms. */
  readonly seen: number;
  /** How long after it was due, ms. */
  readonly late: number;
}

/**
 * Of keyframes in the order in which they came in force, ms.
 * @param from,to the stretch, on the clock of `seen`
 * @param dry whether at its end the boots have nothing to play: it is not known since when, so it counts from the last keyframe
 */
export const worstInForce = (inForce: readonly InForce[], from: number, to: number, dry: boolean): number => {
  const within = inForce.filter(({ seen }) => seen >= from && seen <= to);
  const silence = dry ? to - (within.at(-1)?.seen ?? from) : 0;
  return Math.max(silence, ...within.map(({ late }) => late));
};

/**
 * Of changes written live, in order, ms.
 * @param arrivals of their writes, in order, on the clock of `start` and `end`
 */
export const worstOfChanges = (
  changes: readonly Change[],
  arrivals: readonly number[],
  start: number,
  end: number,
): number => {
  let written = 0;
  const lateness = changes.map(({ at, writes }) => {
    written += writes.length;
    return (arrivals[written - 1] ?? end) - (start + at);
  });
  return Math.max(0, ...lateness);
};
