/** Time as a person counts it: the session's own minutes, without pauses and without the first mould. */

import {
  elapsed,
  inSeconds,
  type Milliseconds,
  milliseconds,
  type Seconds,
  seconds,
} from '../../firmware-protocol/quantities.ts';
import { expectedBetween } from './script.ts';
import type { SessionState } from './state.ts';

/** Before the boots' hard limit of a session's wall time, so that the last cycle can end by itself. */
const MARGIN: Seconds = seconds(40);

/** The playhead as it must be by now. */
export function playheadNow(state: SessionState): Milliseconds {
  const { status } = state;
  if (!status) return milliseconds(0);
  const since = status.operation === 'playing' ? elapsed(state.statusAt, state.now) : 0;
  return milliseconds(status.playhead + Math.max(0, since));
}

/** Time squeezed and rested so far: playhead and waits, not pauses. */
export function activeSoFar(state: SessionState): Seconds {
  const { status } = state;
  if (!status) return seconds(0);
  const moving = status.therapy === 'running' ? elapsed(state.statusAt, state.now) : 0;
  return inSeconds(milliseconds(status.playhead + status.waited + Math.max(0, moving)));
}

/** What was promised, from the start: the minutes asked for, and the first mould. */
export function promised(state: SessionState): Seconds {
  const { running } = state;
  return seconds(state.minutes * 60 + (running?.mould ?? 0));
}

export const leftOfPromise = (state: SessionState): Seconds =>
  seconds(Math.max(0, promised(state) - activeSoFar(state)));

/** What will be left at a later cycle boundary, within what the boots allow a session to last. */
export function leftAt(state: SessionState, boundary: Milliseconds): Seconds {
  const { running, boots, status } = state;
  if (!running || !boots || !status) return leftOfPromise(state);
  const until = expectedBetween(running.script, playheadNow(state), boundary);
  const allowed = boots.shape.longestSession - status.wall - until - MARGIN;
  return seconds(Math.min(leftOfPromise(state) - until, allowed));
}
