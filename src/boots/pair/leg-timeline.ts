/** What one leg plays: keyframes in its own time, with its own targets. Pure. */

import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import { firstPast } from './ascending.ts';
import { type LegTime, playheadAt } from './leg-time.ts';

/** Of a script's keyframes, which are of both legs. */
export function ownOf(
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

/** Index of the first keyframe that is later than a playhead. */
export const nextAfter = (timeline: readonly Keyframe[], playhead: number): number =>
  firstPast(timeline, ({ at }) => at > playhead);

/** Whether a gate lies between two playheads. */
export function hasGate(timeline: readonly Keyframe[], after: number, before: number): boolean {
  const until = firstPast(timeline, ({ at }) => at >= before);
  return timeline.slice(Math.min(until, nextAfter(timeline, after)), until).some(({ gate }) => gate > 0);
}

/** Playhead of the last keyframe that boots said to hold; 0 = they hold none. */
export function heldUntil(timeline: readonly Keyframe[], { playhead, held }: Status): number {
  const next = nextAfter(timeline, playhead);
  if (next === timeline.length || held === 0) return 0;
  return timeline[next + held - 1]?.at ?? Number.POSITIVE_INFINITY;
}
