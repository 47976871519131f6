/**
 * A leg's own time. The session has one time, the script's; each boot's playhead is that plus a shift, which grows at the cycle
 * boundaries where the leg waited for the other one.
 */

import { type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';

export interface Shift {
  /** Script time from which it holds. */
  readonly from: Milliseconds;
  /** Playhead less script time. */
  readonly by: Milliseconds;
}

/** Ascending, the first from 0 on. */
export type LegTime = readonly Shift[];

/** A leg that waits for the other at a boundary stands this far before it, in script time: that cycle has not begun. */
export const BEFORE_BOUNDARY: Milliseconds = milliseconds(10);

export const unshifted: LegTime = [{ from: milliseconds(0), by: milliseconds(0) }];

const shiftAt = (time: LegTime, script: number): number =>
  time.findLast(({ from }) => from <= script)?.by ?? 0;

/** One step on the wire: a keyframe between two would be played at one of them, and not be replaced with what follows it. */
const GRID = 10;
const onGrid = (at: number): Milliseconds => milliseconds(Math.ceil(at / GRID) * GRID);

/** Playhead of the leg at a script time. */
export const playheadAt = (time: LegTime, script: Milliseconds): Milliseconds =>
  onGrid(script + shiftAt(time, script));

/** The same for a boundary, had it not been put off. */
export const earliestAt = (time: LegTime, boundary: Milliseconds): Milliseconds =>
  onGrid(boundary + (time.findLast(({ from }) => from < boundary)?.by ?? 0));

/** Script time at a playhead of the leg. */
export function scriptAt(time: LegTime, playhead: Milliseconds): Milliseconds {
  const i = time.findLastIndex(({ from, by }) => from + by <= playhead);
  const at = playhead - (time[i]?.by ?? 0);
  const next = time[i + 1];
  return milliseconds(Math.max(0, next ? Math.min(at, next.from - BEFORE_BOUNDARY) : at));
}

/** The boundary the leg waits before at this playhead; null when it does not. */
export function waitsBefore(time: LegTime, playhead: Milliseconds): Milliseconds | null {
  const i = time.findLastIndex(({ from, by }) => from + by <= playhead);
  const next = time[i + 1];
  return next && playhead - (time[i]?.by ?? 0) > next.from - BEFORE_BOUNDARY ? next.from : null;
}

/** What begins at `script` begins so much later than it would have; or earlier, if it was put off before. */
export function delayed(time: LegTime, script: Milliseconds, off: Milliseconds): LegTime {
  const by = milliseconds(shiftAt(time, script) + onGrid(off));
  return [...time.filter(({ from }) => from < script), { from: script, by }];
}

/** What is at `script` is played at this playhead, whatever was to be played between. */
export const laidAt = (time: LegTime, script: Milliseconds, playhead: Milliseconds): LegTime => [
  ...time.filter(({ from, by }) => from < script && from + by < playhead),
  { from: script, by: milliseconds(onGrid(playhead) - script) },
];

/** Without waits before boundaries that are none any more. @param isBoundary of a script time later than `after` */
export const without = (
  time: LegTime,
  after: Milliseconds,
  isBoundary: (script: Milliseconds) => boolean,
): LegTime => time.filter(({ from }) => from <= after || isBoundary(from));
