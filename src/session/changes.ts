/**
 * Changes while a session runs. Less comes at once: a ceiling, then the rest of the cycle said again lower. More, and another
 * duration, come at the next cycle boundary. Each is one replace of the timeline, so that it never runs dry.
 */

import {
  inSeconds,
  type Milliseconds,
  milliseconds,
  type Seconds,
} from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import { learned } from '../timeline/fill-model.ts';
import { boundaryAfter, cycleAt, loweredRest, type Script, script, spliced } from './script.ts';
import { type Change, type Running, type SessionState, settingsOf } from './state.ts';
import { type Step, step } from './step.ts';
import { leftAt, leftOfPromise, playheadNow } from './wall.ts';

/** A boundary nearer than this is left to be played as it stands. */
const BOUNDARY_MARGIN: Milliseconds = milliseconds(1000);
/** A lowered cycle begins this far ahead of the playhead: the time a frame may be under way. */
const LOWER_MARGIN: Milliseconds = milliseconds(300);

const later = (at: Milliseconds, by: Milliseconds): Milliseconds => milliseconds(at + by);

function cutTo(state: SessionState, running: Running, whole: Script, change: Change): Step {
  const keyframes = whole.keyframes.filter(({ at }) => at >= change.from);
  return step(
    { ...state, running: { ...running, script: whole, change } },
    { kind: 'cut', cut: { keyframes, from: change.from } },
  );
}

/** The script from a boundary on, as it would be composed now. */
function tailFrom(
  state: SessionState,
  running: Running,
  boundary: Milliseconds,
  wallLeft: Seconds,
): Script | null {
  if (!state.boots) return null;
  const before = running.script.cycles.findLast(({ start }) => start < boundary);
  return script(settingsOf(state), state.boots.shape, running.fills, {
    at: boundary,
    index: (before?.index ?? -1) + 1,
    wallLeft,
    afterPause: false,
  });
}

/** The intensity or the duration was changed (the state holds the new ones). */
export function changeRunning(state: SessionState): Step {
  const { running, status } = state;
  if (!running || !status || state.phase !== 'running') return step(state);
  return state.intensity < running.playing ? lower(state, running, status) : atBoundary(state, running);
}

function atBoundary(state: SessionState, running: Running): Step {
  const from = boundaryAfter(running.script, later(playheadNow(state), BOUNDARY_MARGIN));
  const tail = tailFrom(state, running, from, leftAt(state, from));
  if (!tail || (from >= running.script.end && tail.cycles.length === 0)) return step(state);
  return cutTo(state, running, spliced(running.script, from, tail), { kind: 'boundary', from });
}

function lower(state: SessionState, running: Running, status: Status): Step {
  const now = playheadNow(state);
  const from = status.operation === 'waiting' ? status.playhead : later(now, LOWER_MARGIN);
  const boundary = boundaryAfter(running.script, later(from, BOUNDARY_MARGIN));
  const tail = tailFrom(state, running, boundary, leftAt(state, boundary));
  if (!tail) return step(state);
  const ratio = state.intensity / running.playing;
  const rest = loweredRest(running.script, from, boundary, ratio, state.program.pattern.mould);
  const cycles = running.script.cycles.filter(({ start }) => start < boundary);
  const whole: Script = {
    keyframes: [...running.script.keyframes.filter(({ at }) => at < from), ...rest, ...tail.keyframes],
    cycles: [...cycles, ...tail.cycles],
    end: tail.end,
  };
  const cut = cutTo(state, { ...running, playing: state.intensity }, whole, { kind: 'lower', from });
  const ceiling = { kind: 'command', request: { op: 'ceiling', ceiling: state.intensity } } as const;
  return { state: cut.state, effects: [ceiling, ...cut.effects] };
}

/** A fresh, gentle cycle from where the playhead stands; the command to resume follows when it is in force. */
export function resumeFresh(state: SessionState): Step {
  const { running, status, boots } = state;
  if (!running || !status || !boots) return step(state);
  const from = status.playhead;
  const index = (cycleAt(running.script, from)?.index ?? 0) + 1;
  const tail = script(settingsOf(state), boots.shape, running.fills, {
    at: from,
    index,
    wallLeft: leftOfPromise(state),
    afterPause: true,
  });
  const fresh = { ...running, playing: state.intensity };
  return cutTo(state, fresh, spliced(running.script, from, tail), { kind: 'resume', from });
}

/** The boots would have had to replace what they had played: try again from where they are now. */
export function redoLate(state: SessionState): Step {
  const { running, status } = state;
  const change = running?.change;
  if (!running || !status || !change) return step(state);
  if (change.kind === 'resume') return resumeFresh(state);
  return change.kind === 'lower'
    ? lower(state, { ...running, playing: state.intensity }, status)
    : atBoundary(state, running);
}

/** What a status tells of the script: a change in force, the first mould over, a cycle begun. */
export function follow(state: SessionState, status: Status): Step {
  const { running } = state;
  if (!running) return step(state);
  let now = running;
  if (now.mould === null && status.gates > 0) {
    now = { ...now, mould: inSeconds(status.waited) };
  }
  const { change } = now;
  if (change && status.playhead >= change.from && status.therapy === 'running') {
    now = { ...now, change: null, playing: change.kind === 'boundary' ? state.intensity : now.playing };
  }
  if (status.cycles === now.atMark.cycles) return step({ ...state, running: now });
  return recount({ ...state, running: { ...now, ...lessons(now, status), atMark: status } });
}

/** What the cycle just ended taught about fills; the first one, cold and interrupted ones teach nothing. */
function lessons(running: Running, status: Status): Pick<Running, 'fills'> {
  const { atMark, script: plan, fills } = running;
  const ended = cycleAt(plan, milliseconds(status.playhead - 1));
  const whole = status.cycles === atMark.cycles + 1 && atMark.cycles > 1 && running.change === null;
  if (!ended || !whole || status.waited <= atMark.waited) return { fills };
  const actual = inSeconds(milliseconds(status.waited - atMark.waited));
  return { fills: learned(fills, { predicted: ended.expectedWaits, actual }) };
}

/** Adds or drops whole cycles at the end, so that the session ends at the boundary nearest to its promise. */
function recount(state: SessionState): Step {
  const { running } = state;
  if (!running || running.change || state.phase !== 'running') return step(state);
  const { script: plan } = running;
  const from = boundaryAfter(plan, later(playheadNow(state), BOUNDARY_MARGIN));
  const tail = tailFrom(state, running, from, leftAt(state, from));
  const ahead = plan.cycles.filter(({ start }) => start >= from);
  if (!tail || tail.cycles.length === ahead.length) return step(state);
  const same = ahead.findIndex(({ start }, i) => tail.cycles[i]?.start !== start);
  const cut = same < 0 ? plan.end : (ahead[same]?.start ?? from);
  const whole = spliced(plan, cut, { ...tail, cycles: tail.cycles.filter(({ start }) => start >= cut) });
  const keyframes = [
    ...plan.keyframes.filter(({ at }) => at < cut),
    ...tail.keyframes.filter(({ at }) => at >= cut),
  ];
  return step(
    { ...state, running: { ...running, script: { ...whole, keyframes } } },
    { kind: 'cut', cut: { keyframes: keyframes.filter(({ at }) => at >= cut), from: cut } },
  );
}
