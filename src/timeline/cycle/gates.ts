/**
 * How long gates may wait. Air may be slower than was thought: then a gate waits for longer, but all of them together never for
 * so long that a zone stays squeezed beyond its limit. Rather a target is not quite reached; the next cycles are composed for
 * what was learned.
 */

import type { Keyframe, Target } from '../../../firmware-protocol/keyframe.ts';
import { limits } from '../../../firmware-protocol/limits.ts';
import { type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import { CYCLE_VARIATION } from '../../air/uncertainty.ts';
import { asPredicted, reverseGradientZone } from '../../safety/reverse-gradient.ts';
import { gates, isSqueezed } from './margins.ts';
import type { Rehearsal } from './rehearsal.ts';

/** Left of the longest time above 30 mmHg when every gate is waited for to its end, s. */
const SPARED = 3;
/** Left of the longest time that pressure may stand reversed, s. */
const SPARED_REVERSED = 3;

/** Whether these targets of a leg, once reached, stand higher toward the hip. */
const isReversed = (targets: readonly Target[]): boolean =>
  reverseGradientZone(
    targets.map((target) => (typeof target === 'number' ? target : 0)),
    (zone) => typeof targets[zone] === 'number',
    asPredicted,
  ) !== null;
const onGrid = (wait: number): number => Math.ceil(wait / gates.grid) * gates.grid;

/** What a wait comes to in one cycle or another: zones that are held are topped up now here, now there. */
const sure = (predicted: number): number => CYCLE_VARIATION * predicted + 0.1;

/** As long as a gate may wait where no zone's time is short, s. */
const ample = (predicted: number, squeezing: boolean): number =>
  Math.min(squeezing ? gates.longestSqueezing : gates.longest, onGrid(gates.times * predicted + gates.more));

/**
 * The longest wait of each keyframe's gate, on the wire's grid; 0 where it has none.
 * @param waits as predicted
 * @param slow the same keyframes on air as slow as they were planned for
 * @param quick and on air as quick as it may be
 * @param unsqueezed how long of a cycle the zone that is squeezed for longest is not, s
 * @param zones of a leg
 */
export function gateLimits(
  keyframes: readonly Keyframe[],
  waits: readonly number[],
  slow: Pick<Rehearsal, 'waits' | 'squeezedBy' | 'reversed'>,
  quick: Pick<Rehearsal, 'waits' | 'reversed'>,
  unsqueezed: number,
  zones: number,
): readonly Seconds[] {
  const squeezing = keyframes.map(({ gate, targets }) => gate > 0 && targets.some(isSqueezed));
  const least = keyframes.map((_, index) =>
    Math.min(gates.longestSqueezing, onGrid(Math.max(gates.grid, sure(waits[index] ?? 0)))),
  );
  /** How long a gate may wait on an air before pressure stands reversed for too long, s. */
  const reversible = ({ waits, reversed }: Pick<Rehearsal, 'waits' | 'reversed'>, index: number): number =>
    (waits[index] ?? 0) + Math.max(0, limits.reverseGradient.byDefault - SPARED_REVERSED - reversed);
  // What is asked for is itself reversed: quick air is there soon, and where it then misses a target all of the wait is reversed.
  const stands = keyframes.map(({ targets }) =>
    targets.some((_, first) => first % zones === 0 && isReversed(targets.slice(first, first + zones))),
  );
  const most = keyframes.map((_, index) => {
    const longest = stands[index]
      ? Math.min(reversible(slow, index), reversible(quick, index))
      : reversible(slow, index);
    return Math.max(
      least[index] ?? 0,
      Math.min(ample(waits[index] ?? 0, true), Math.floor(longest / gates.grid) * gates.grid),
    );
  });
  const limit = keyframes.map(({ gate }, index) => {
    if (gate === 0) return 0;
    const wait = waits[index] ?? 0;
    if (!squeezing[index]) return ample(wait, false);
    const wanted = onGrid(Math.max(gates.grid, sure(wait), slow.waits[index] ?? 0));
    return Math.min(gates.longestSqueezing, most[index] ?? 0, wanted);
  });
  // Also when gates wait to their ends the share of the time keeps to its limit.
  const share = limits.shareAbove30.byDefault / 100;
  const mostAbove = Math.min(limits.timeAbove30.byDefault, (unsqueezed * share) / (1 - share));
  /** What each zone may still be squeezed for, s. */
  const left = (keyframes[0]?.targets ?? []).map((_, zone) => {
    let spent = slow.squeezedBy[zone] ?? 0;
    keyframes.forEach(({ targets }, index) => {
      if (!squeezing[index] || !isSqueezed(targets[zone] ?? 'vent')) return;
      spent += (limit[index] ?? 0) - (slow.waits[index] ?? 0);
    });
    return mostAbove - SPARED - spent;
  });
  const leftAt = (index: number): number =>
    Math.min(
      ...(keyframes[index]?.targets ?? []).map((target, zone) =>
        isSqueezed(target) ? (left[zone] ?? 0) : 600,
      ),
    );
  /** How ample a limit is, next to the wait on slow air. */
  const ampleness = (index: number): number => (limit[index] ?? 0) / Math.max(1, slow.waits[index] ?? 0);
  const change = (index: number, by: number): void => {
    limit[index] = (limit[index] ?? 0) + by;
    keyframes[index]?.targets.forEach((target, zone) => {
      if (isSqueezed(target)) left[zone] = (left[zone] ?? 0) - by;
    });
  };
  const gated = keyframes.flatMap((_, index) => (squeezing[index] ? [index] : []));
  const pick = (may: (index: number) => boolean, rank: (index: number) => number): number | undefined =>
    gated
      .filter(may)
      .reduce<number | undefined>(
        (best, index) => (best === undefined || rank(index) < rank(best) ? index : best),
        undefined,
      );
  const shorten = (): number | undefined =>
    pick(
      (index) => leftAt(index) < 0 && (limit[index] ?? 0) > (least[index] ?? 0),
      (index) => -ampleness(index),
    );
  const lengthen = (): number | undefined =>
    pick((index) => leftAt(index) >= gates.grid && (limit[index] ?? 0) < (most[index] ?? 0), ampleness);
  for (let index = shorten(); index !== undefined; index = shorten()) change(index, -gates.grid);
  for (let index = lengthen(); index !== undefined; index = lengthen()) change(index, gates.grid);
  return limit.map(seconds);
}
