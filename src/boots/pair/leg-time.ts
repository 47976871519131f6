/**
 * Converts between script time, which both legs share, and one leg's playhead. The playhead is ahead of script time by a
 * shift, which grows at each cycle boundary where the leg waits for the other leg.
 */

import { KEYFRAME_TIME_STEP } from '../../../firmware-protocol/keyframe.ts';
import { type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { ScriptSpan } from '../boots.ts';

export interface Shift {
  /** Script time from which this shift applies. */
  readonly from: Milliseconds;
  /** Playhead minus script time. */
  readonly by: Milliseconds;
}

/** A leg's shifts in the order of `from`. Before the first, the shift is 0. */
export type LegTime = readonly Shift[];

/**
 * While a leg waits at a boundary for the other leg, its script time stays this far before that boundary, because the next
 * cycle has not begun.
 */
export const WAITING_DISTANCE: Milliseconds = milliseconds(10);

export const unshifted: LegTime = [{ from: milliseconds(0), by: milliseconds(0) }];

const shiftAt = (time: LegTime, script: number): number =>
  time.findLast(({ from }) => from <= script)?.by ?? 0;

/**
 * Rounds up to a time that the wire can carry. The wire moves a keyframe between two steps to one of them, so a replace at
 * the keyframe's exact time might miss it.
 */
const roundUpToStep = (at: number): Milliseconds =>
  milliseconds(Math.ceil(at / KEYFRAME_TIME_STEP) * KEYFRAME_TIME_STEP);

export const playheadAt = (time: LegTime, script: Milliseconds): Milliseconds =>
  roundUpToStep(script + shiftAt(time, script));

/** The playhead that the leg would have at a boundary if that boundary had not been delayed. */
export const earliestAt = (time: LegTime, boundary: Milliseconds): Milliseconds =>
  roundUpToStep(boundary + (time.findLast(({ from }) => from < boundary)?.by ?? 0));

export function scriptAt(time: LegTime, playhead: Milliseconds): Milliseconds {
  const i = time.findLastIndex(({ from, by }) => from + by <= playhead);
  const at = playhead - (time[i]?.by ?? 0);
  const next = time[i + 1];
  return milliseconds(Math.max(0, next ? Math.min(at, next.from - WAITING_DISTANCE) : at));
}

/**
 * @param times the times of the timelines that the leg may be playing
 * @param playhead as in the leg's last status
 * @param age of that status
 */
export function spanOf(times: readonly LegTime[], playhead: Milliseconds, age: Milliseconds): ScriptSpan {
  const from = times.map((time) => scriptAt(time, playhead));
  const to = times.map((time) => scriptAt(time, milliseconds(playhead + age)));
  return { from: milliseconds(Math.min(...from)), to: milliseconds(Math.max(...to)) };
}

/** The boundary before which the leg waits at this playhead; null if it does not wait there. */
export function waitsBefore(time: LegTime, playhead: Milliseconds): Milliseconds | null {
  const i = time.findLastIndex(({ from, by }) => from + by <= playhead);
  const next = time[i + 1];
  return next && playhead - (time[i]?.by ?? 0) > next.from - WAITING_DISTANCE ? next.from : null;
}

/** Delays everything from the script time `script` on; a negative `off` takes back an earlier delay. */
export function delayed(time: LegTime, script: Milliseconds, off: Milliseconds): LegTime {
  const by = milliseconds(shiftAt(time, script) + roundUpToStep(off));
  return [...time.filter(({ from }) => from < script), { from: script, by }];
}

/** Makes the script time `script` coincide with this playhead, whatever was scheduled in between. */
export const alignedAt = (time: LegTime, script: Milliseconds, playhead: Milliseconds): LegTime => [
  ...time.filter(({ from, by }) => from < script && from + by < playhead),
  { from: script, by: milliseconds(roundUpToStep(playhead) - script) },
];

/** Drops the shifts after script time `after` that do not begin at a boundary. */
export const withoutDelays = (
  time: LegTime,
  after: Milliseconds,
  isBoundary: (script: Milliseconds) => boolean,
): LegTime => time.filter(({ from }) => from <= after || isBoundary(from));
