/**
 * How long gates may wait. Air may be slower than was thought: then a gate waits for longer, but all of them together never for
 * so long that a zone stays squeezed beyond its limit. Rather a target is not quite reached; the next cycles are composed for
 * what was learned.
 */

import type { Keyframe, Target } from '../../firmware-protocol/keyframe.ts';
import { limits } from '../../firmware-protocol/limits.ts';
import { type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import { gates, planned } from './margins.ts';
import type { Rehearsal } from './rehearsal.ts';

/** Left of the longest time above 30 mmHg when every gate is waited for to its end, s. */
const SPARED = 1.5;

const isSqueezed = (target: Target): boolean => typeof target === 'number' && target > planned.squeezed;
const onGrid = (wait: number): number => Math.ceil(wait / gates.grid) * gates.grid;

/** As long as a gate may wait where no zone's time is short, s. */
const ample = (predicted: number, squeezing: boolean): number =>
  Math.min(squeezing ? gates.longestSqueezing : gates.longest, onGrid(gates.times * predicted + gates.more));

/**
 * The longest wait of each keyframe's gate, on the wire's grid; 0 where it has none.
 * @param waits as predicted
 * @param slow the same keyframes on air as slow as they were planned for
 */
export function gateLimits(
  keyframes: readonly Keyframe[],
  waits: readonly number[],
  slow: Pick<Rehearsal, 'waits' | 'squeezedBy'>,
): readonly Seconds[] {
  const zones = keyframes[0]?.targets ?? [];
  const squeezing = keyframes.map(({ gate, targets }) => gate > 0 && targets.some(isSqueezed));
  const least = keyframes.map((_, index) => Math.max(slow.waits[index] ?? 0, waits[index] ?? 0));
  const limit = keyframes.map(({ gate }, index) => {
    if (gate === 0) return 0;
    const wait = least[index] ?? 0;
    return squeezing[index] ? Math.max(gates.grid, onGrid(wait)) : ample(waits[index] ?? 0, false);
  });
  /** What each zone is squeezed for apart from waits, and may still be, s. */
  const left = zones.map((_, zone) => {
    let spent = slow.squeezedBy[zone] ?? 0;
    keyframes.forEach(({ targets }, index) => {
      if (!squeezing[index] || !isSqueezed(targets[zone] ?? 'vent')) return;
      spent += (limit[index] ?? 0) - (slow.waits[index] ?? 0);
    });
    return limits.timeAbove30.byDefault - SPARED - spent;
  });
  const mayGrow = (index: number): boolean =>
    squeezing[index] === true &&
    (limit[index] ?? 0) < ample(waits[index] ?? 0, true) &&
    (keyframes[index]?.targets ?? []).every(
      (target, zone) => !isSqueezed(target) || (left[zone] ?? 0) >= gates.grid,
    );
  for (;;) {
    let next = -1;
    let lowest = Number.POSITIVE_INFINITY;
    limit.forEach((wait, index) => {
      const ample = wait / Math.max(1, least[index] ?? 0);
      if (!mayGrow(index) || ample >= lowest) return;
      next = index;
      lowest = ample;
    });
    if (next < 0) break;
    limit[next] = (limit[next] ?? 0) + gates.grid;
    keyframes[next]?.targets.forEach((target, zone) => {
      if (isSqueezed(target)) left[zone] = (left[zone] ?? 0) - gates.grid;
    });
  }
  return limit.map((wait, index) =>
    seconds(Math.min(wait, squeezing[index] ? gates.longestSqueezing : wait)),
  );
}
