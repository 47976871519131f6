/** Time as a person counts it: the session's own minutes, without pauses and without the first mould. */

import {
  elapsed,
  inSeconds,
  type Milliseconds,
  milliseconds,
  type Seconds,
  seconds,
} from '../../firmware-protocol/quantities.ts';
import { expectedBetween } from '../timeline/script.ts';
import type { SessionState } from './state.ts';

/** The playhead as it must be by now; never past the end of the script, whatever the boots say. */
export function playheadNow(state: SessionState): Milliseconds {
  const { status, running } = state;
  if (!status) return milliseconds(0);
  const since = status.operation === 'playing' ? elapsed(state.statusAt, state.now) : 0;
  return milliseconds(
    Math.min(status.playhead + Math.max(0, since), running?.script.end ?? Number.POSITIVE_INFINITY),
  );
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
  return seconds(state.settings.minutes * 60 + (running?.mould ?? running?.script.cycles[0]?.mouldWait ?? 0));
}

export const leftOfPromise = (state: SessionState): Seconds =>
  seconds(Math.max(0, promised(state) - activeSoFar(state)));

export interface Left {
  readonly promised: Seconds;
  readonly allowed: Seconds;
}

/** What will be left at a playhead time: of the promise, and of what the boots allow a session to last. */
export function leftAt(state: SessionState, boundary: Milliseconds): Left {
  const { running, boots, status } = state;
  const left = leftOfPromise(state);
  if (!running || !boots || !status) return { promised: left, allowed: left };
  const until = expectedBetween(running.script, playheadNow(state), boundary);
  return {
    promised: seconds(left - until),
    allowed: seconds(boots.shape.longestSession - status.wall - until),
  };
}
