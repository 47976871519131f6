/** One leg's part of a script, in the leg's own time and with only that leg's targets; and searches in such a timeline. Pure. */

import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { type Milliseconds, milliseconds, type Seconds } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import { firstPast } from './binary-search.ts';
import { type LegTime, playheadAt } from './leg-time.ts';

/**
 * @param keyframes those of both legs, in script time
 * @param zones number of zones per leg
 */
export function keyframesOfLeg(
  keyframes: readonly Keyframe[],
  side: Side,
  zones: number,
  time: LegTime,
): readonly Keyframe[] {
  const first = side === 'left' ? 0 : zones;
  return keyframes.map((keyframe) => ({
    ...keyframe,
    at: playheadAt(time, keyframe.at),
    targets: keyframe.targets.slice(first, first + zones),
  }));
}

export const nextAfter = (timeline: readonly Keyframe[], playhead: number): number =>
  firstPast(timeline, ({ at }) => at > playhead);

/** Whether a gate lies strictly between two playheads. */
export function hasGate(timeline: readonly Keyframe[], after: number, before: number): boolean {
  const until = firstPast(timeline, ({ at }) => at >= before);
  return timeline.slice(Math.min(until, nextAfter(timeline, after)), until).some(({ gate }) => gate > 0);
}

/**
 * Playhead time of the last keyframe that the boot reports to hold, ms; 0 = none still to come; Infinity = more than this
 * timeline has.
 */
export function heldUntil(timeline: readonly Keyframe[], { playhead, held }: Status): number {
  const next = nextAfter(timeline, playhead);
  if (next === timeline.length || held === 0) return 0;
  return timeline[next + held - 1]?.at ?? Number.POSITIVE_INFINITY;
}

/**
 * How far ahead of its playhead a boot must hold keyframes at least, to play for `allowance` without this page. The 2 s are
 * added because this page notices up to 0.5 s late that a keyframe is due, and the write takes time.
 */
export const leastLead = (allowance: Seconds): Milliseconds => milliseconds(1000 * (allowance + 2));

/**
 * How far ahead of its playhead keyframes are sent to a boot, ms: 3 s further than the first keyframe that is at least
 * `leastLead` ahead, so that keyframes gather for one write. Infinity = to the end of the timeline.
 */
export function leadFor(timeline: readonly Keyframe[], playhead: number, allowance: Seconds): number {
  const far = playhead + leastLead(allowance);
  const next = timeline[firstPast(timeline, ({ at }) => at >= far)];
  return next ? next.at - playhead + 3000 : Number.POSITIVE_INFINITY;
}
