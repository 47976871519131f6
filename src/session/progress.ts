/** How far a session has come, for people: how long it still takes, where in its cycle it is, when to breathe. */

import {
  inSeconds,
  type Milliseconds,
  milliseconds,
  type Seconds,
  seconds,
} from '../../firmware-protocol/quantities.ts';
import { cycleAt, type ScriptCycle } from '../timeline/script.ts';
import { isFresh } from './expected.ts';
import { waveOf } from './follow.ts';
import type { SessionState } from './state.ts';
import type { Breath, Pending, Phase, Progress } from './view.ts';
import {
  activeSoFar,
  expectedUntil,
  leftOfPromise,
  placeIn,
  playheadNow,
  promised,
  waitedInWave,
  wallOf,
} from './wall.ts';

const told: readonly Phase[] = ['running', 'pausing', 'paused', 'resuming', 'stopping', 'unsure', 'ended'];

/** While it runs the session ends at a cycle boundary, which is what is counted down to; else what is left of the promise. */
export function progressOf(state: SessionState): Progress | null {
  const { running, status } = state;
  if (!running || !status || !told.includes(state.phase)) return null;
  const { cycles, end } = running.script;
  const now = cycleAt(running.script, playheadNow(state));
  const place = now && placeIn(state, now);
  return {
    promised: promised(state),
    left: state.phase === 'running' ? expectedUntil(state, end) : leftOfPromise(state),
    cycle: now ? now.index + 1 : 0,
    cycles: (cycles.at(-1)?.index ?? 0) + 1,
    inCycle: {
      playhead: inSeconds(milliseconds(Math.max(0, (place?.playhead ?? 0) - (now ? letsGoFirst(now) : 0)))),
      waited: seconds(place?.waited ?? 0),
    },
    settling: settlingOf(state),
    cycleTime: now ? wallOf(now, state, running) : seconds(0),
  };
}

/** Boots begin empty, and their air takes its time before anything is squeezed. */
function settlingOf(state: SessionState): Seconds | null {
  const { running, phase } = state;
  const [first] = running?.script.cycles ?? [];
  if (!running || !first?.mouldWait || phase !== 'running' || running.mould !== null) return null;
  return seconds(first.mouldWait - activeSoFar(state));
}

/** What the cycle after a pause has before all that others have: it lets go. */
const letsGoFirst = (cycle: ScriptCycle): Milliseconds =>
  milliseconds(isFresh(cycle) ? (cycle.keyframes[1]?.at ?? 0) : 0);

/** A raise, or another duration, that comes with the next cycle. */
export function pendingOf({ running, settings }: SessionState): Pending {
  const change = running?.change;
  if (change?.kind !== 'boundary') return { intensity: false, duration: false };
  const { before } = change;
  return {
    intensity: before.intensity !== settings.intensity || before.zones !== settings.zones,
    duration: before.minutes !== settings.minutes,
  };
}

/** Longer out than in felt more restful than the other way round (Van Diest 2014, 10.1007/s10484-014-9253-x). */
const BREATHE_IN = 0.4;

/** Breaths are counted from where the wave begins, so that each of its steps begins with one; none in the mould before it. */
export function breathOf(state: SessionState): Breath | null {
  const { running, phase, status } = state;
  const { onsetDelay, breathing } = state.settings.program.pattern;
  if (!breathing || !onsetDelay || !running || phase !== 'running' || status?.therapy !== 'running')
    return null;
  const cycle = cycleAt(running.script, playheadNow(state));
  const waited = waitedInWave(state);
  if (!cycle || waited === null) return null;
  return breathAt(sinceWave(cycle, playheadNow(state)) + waited, onsetDelay);
}

const sinceWave = (cycle: ScriptCycle, playhead: number): number =>
  inSeconds(milliseconds(Math.max(0, playhead - waveOf(cycle))));

/** @param at s since the first breath began @param lasts of one breath, s */
export function breathAt(at: number, lasts: number): Breath {
  const within = at % lasts;
  const turns = BREATHE_IN * lasts;
  return within < turns
    ? { phase: 'in', left: seconds(turns - within) }
    : { phase: 'out', left: seconds(lasts - within) };
}
