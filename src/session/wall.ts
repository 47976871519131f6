/** Time as a person counts it: the session's own minutes, without pauses and without the first mould. */

import {
  elapsed,
  inSeconds,
  type Milliseconds,
  milliseconds,
  type Seconds,
  seconds,
} from '../../firmware-protocol/quantities.ts';
import { cycleAt, type ScriptCycle } from '../timeline/script.ts';
import { expectationOf, type Known, type Place, restOf } from './expected.ts';
import { knownOf } from './lessons.ts';
import type { Running, SessionState } from './state.ts';

/**
 * The playhead as it must be by now; never past the end of the script, whatever the boots say, and past no gate before they have
 * said so.
 */
export function playheadNow(state: SessionState): Milliseconds {
  const { status, running } = state;
  if (!status) return milliseconds(0);
  const since = status.operation === 'playing' ? Math.max(0, elapsed(state.statusAt, state.now)) : 0;
  if (!running) return milliseconds(status.playhead + since);
  const { keyframes, end } = running.script;
  const gate = since > 0 && keyframes.find(({ at, gate }) => at > status.playhead && gate > 0);
  const furthest = gate ? Math.max(status.playhead, gate.at - 1) : end;
  return milliseconds(Math.min(end, status.playhead + since, furthest));
}

/** Waited at gates in all, as it must be by now. */
function waitedNow({ status, statusAt, now }: SessionState): Milliseconds {
  if (!status) return milliseconds(0);
  const since = status.operation === 'waiting' ? elapsed(statusAt, now) : 0;
  return milliseconds(status.waited + Math.max(0, since));
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

/** Where in the cycle being played the boots are. */
export function placeIn(state: SessionState, cycle: ScriptCycle): Place {
  const { status, running } = state;
  return {
    playhead: Math.max(0, playheadNow(state) - cycle.start),
    heard: (status?.playhead ?? 0) - cycle.start,
    waited: inSeconds(milliseconds(Math.max(0, waitedNow(state) - (running?.atMark.waited ?? 0)))),
  };
}

/** Waited at gates since the cycle being played had its first mould; null while it has not. */
export const waitedInWave = (state: SessionState): Seconds | null => {
  const began = state.running?.atWave ?? null;
  return began === null ? null : inSeconds(milliseconds(Math.max(0, waitedNow(state) - began)));
};

/** What is known of the air of a cycle of the session. */
export const knownFor = (running: Running, cycle: ScriptCycle): Known =>
  knownOf(running, running.script, cycle, cycleAt(running.script, running.atMark.playhead) === cycle);

/** How long a cycle of the session will take. */
export const wallOf = (cycle: ScriptCycle, { boots }: SessionState, running: Running): Seconds =>
  boots ? expectationOf(cycle, boots.shape, knownFor(running, cycle)).wall : seconds(0);

/** Wall time expected from now until a later cycle boundary of the script, or its end. */
export function expectedUntil(state: SessionState, boundary: Milliseconds): Seconds {
  const { boots, running } = state;
  if (!boots || !running) return seconds(0);
  const now = cycleAt(running.script, playheadNow(state));
  if (!now || boundary <= playheadNow(state)) return seconds(0);
  const expectation = expectationOf(now, boots.shape, knownFor(running, now));
  let wall: number = now.start < boundary ? restOf(now, expectation, placeIn(state, now)) : 0;
  for (const cycle of running.script.cycles) {
    if (cycle.start > now.start && cycle.start < boundary) wall += wallOf(cycle, state, running);
  }
  return seconds(wall);
}

export interface Left {
  readonly promised: Seconds;
  readonly allowed: Seconds;
}

/** What will be left at a playhead time: of the promise, and of what a session may last. */
export function leftAt(state: SessionState, boundary: Milliseconds): Left {
  const { running, boots, status } = state;
  const left = leftOfPromise(state);
  if (!running || !boots || !status) return { promised: left, allowed: left };
  const until = expectedUntil(state, boundary);
  return {
    promised: seconds(left - until),
    allowed: seconds(running.longest - status.wall - until),
  };
}

/** Wall time of this session that was not squeezed or rested: pauses. */
export const pausedSoFar = (state: SessionState): Seconds =>
  seconds(
    Math.max(
      0,
      (state.status?.wall ?? 0) -
        inSeconds(milliseconds((state.status?.playhead ?? 0) + (state.status?.waited ?? 0))),
    ),
  );
