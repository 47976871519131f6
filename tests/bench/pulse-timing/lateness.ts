/**
 * The worst lateness within an interval. A change that never arrives counts as late until the end of the interval, and so does the
 * silence of boots that have run out of keyframes.
 */

import type { Change } from './changes.ts';

export interface InForce {
  /** When the watch first saw the keyframe in force, ms. */
  readonly seen: number;
  /** How long after its due time the keyframe came into force, ms. */
  readonly late: number;
}

/**
 * Worst lateness of the keyframes that came into force within an interval, ms.
 * @param from,to the interval, on the clock of `seen`
 * @param dry whether the boots had run out of keyframes by `to`. When they did is unknown, so the time since the last keyframe counts as
 * lateness.
 */
export const worstInForce = (inForce: readonly InForce[], from: number, to: number, dry: boolean): number => {
  const within = inForce.filter(({ seen }) => seen >= from && seen <= to);
  const silence = dry ? to - (within.at(-1)?.seen ?? from) : 0;
  return Math.max(silence, ...within.map(({ late }) => late));
};

/**
 * Worst lateness of changes that a page writes live, ms.
 * @param arrivals when each single write arrived, in order, on the clock of `start` and `end`
 * @param start when the timeline began
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
