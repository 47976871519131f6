/** The worst lateness within an interval. A keyframe or change that never came counts as late until the end of the interval. */

import type { Change } from './changes.ts';

export interface InForce {
  /** When the keyframe was first seen in force, ms. */
  readonly seen: number;
  /** How long after its due time the keyframe came into force, ms. */
  readonly late: number;
}

/**
 * Worst lateness of keyframes in the order in which they came into force, ms.
 * @param from,to the interval, on the clock of `seen`
 * @param dry whether the boots had run dry at its end: since the moment is unknown, it counts from the last keyframe
 */
export const worstInForce = (inForce: readonly InForce[], from: number, to: number, dry: boolean): number => {
  const within = inForce.filter(({ seen }) => seen >= from && seen <= to);
  const silence = dry ? to - (within.at(-1)?.seen ?? from) : 0;
  return Math.max(silence, ...within.map(({ late }) => late));
};

/**
 * Worst lateness of changes written live, in order, ms.
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
