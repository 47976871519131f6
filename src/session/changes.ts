/**
 * Changes while a session runs. Less comes at once: a ceiling, then the rest of the cycle said again lower. More, and another
 * duration, come at the next cycle boundary. Each is one replace of the timeline, so that it never runs dry.
 */

import { inSeconds, type Milliseconds, type Mmhg, milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import { checkTimeline } from '../safety/envelope.ts';
import { type FillModel, learned } from '../safety/fill-model.ts';
import {
  type Beginning,
  boundaryAfter,
  cycleAt,
  from as fromOn,
  loweredRest,
  type Script,
  type ScriptCycle,
  script,
  spliced,
  strongest,
} from '../timeline/script.ts';
import { type BootsFacts, type Change, highestOf, type Running, type SessionState } from './state.ts';
import { enter, noticed, type Step, step } from './step.ts';
import { leftAt, playheadNow } from './wall.ts';

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

/** The script from a beginning on, as it would be composed now. */
const compose = (state: SessionState, boots: BootsFacts, fills: FillModel, from: Beginning): Script =>
  script(state.settings, boots.shape, fills, from);

/** Whether the controller's own check lets this be sent. */
const maySend = ({ shape, feature }: BootsFacts, fills: FillModel, tail: Script): boolean =>
  checkTimeline(tail.keyframes, shape, fills, highestOf(feature), { open: true }).length === 0;

/** Composed and checked; null if it may not be sent. */
function tailFrom(state: SessionState, fills: FillModel, from: Beginning): Script | null {
  if (!state.boots) return null;
  const tail = compose(state, state.boots, fills, from);
  return maySend(state.boots, fills, tail) ? tail : null;
}

/** Where the next cycle begins that can still be changed. */
function nextBoundary(state: SessionState, plan: Script, margin: Milliseconds): Beginning {
  const at = boundaryAfter(plan, later(playheadNow(state), margin));
  const before = plan.cycles.findLast(({ start }) => start < at);
  return { at, index: (before?.index ?? -1) + 1, ...leftAt(state, at), afterPause: false };
}

const refused = (state: SessionState): Step =>
  step(
    noticed(state, {
      kind: 'clamped',
      problem: {
        place: 'change',
        reason: 'The change would not keep the limits.',
        suggestion: 'The session goes on as it was.',
      },
    }),
  );

/** The intensity or the duration was changed (the state holds the new ones). */
export function changeRunning(state: SessionState): Step {
  const { running, status } = state;
  if (!running || !status || state.phase !== 'running') return step(state);
  const boundary = nextBoundary(state, running.script, BOUNDARY_MARGIN).at;
  const less = state.settings.intensity < strongest(running.script, playheadNow(state), boundary);
  const lessOnItsWay = running.change?.kind === 'lower' && !running.change.taken;
  return less || lessOnItsWay ? lower(state, running, status) : atBoundary(state, running);
}

/** What was asked for on the way here, while nothing could be changed. */
export const catchUp = (state: SessionState): Step =>
  (state.running?.script.cycles.at(-1)?.intensity ?? state.settings.intensity) === state.settings.intensity
    ? step(state)
    : changeRunning(state);

function atBoundary(state: SessionState, running: Running): Step {
  const from = nextBoundary(state, running.script, BOUNDARY_MARGIN);
  const tail = tailFrom(state, running.fills, from);
  if (!tail) return refused(state);
  if (from.at >= running.script.end && tail.cycles.length === 0) return step(state);
  return cutTo(state, running, spliced(running.script, from.at, tail), {
    kind: 'boundary',
    from: from.at,
    taken: false,
  });
}

const lesser = ({ intensity }: ScriptCycle, wish: Mmhg): Mmhg => (wish < intensity ? wish : intensity);

/** Never refused: where the cycles to come may not be sent, the session ends with this one. */
function lower(state: SessionState, running: Running, status: Status): Step {
  const plan = running.script;
  const ceiling = { kind: 'command', request: { op: 'ceiling', ceiling: state.settings.intensity } } as const;
  const from = later(playheadNow(state), status.operation === 'waiting' ? milliseconds(0) : LOWER_MARGIN);
  if (from >= plan.end) return step(state, ceiling);
  const next = nextBoundary(state, plan, later(LOWER_MARGIN, BOUNDARY_MARGIN));
  const tail = tailFrom(state, running.fills, next) ?? fromOn(plan, plan.end);
  const mould = cycleAt(plan, from)?.mould ?? state.settings.program.pattern.mould;
  const ratio = Math.min(1, state.settings.intensity / strongest(plan, from, next.at));
  const rest = loweredRest(plan, from, next.at, ratio, mould);
  const kept = plan.cycles
    .filter(({ start }) => start < next.at)
    .map((cycle) =>
      cycle.start + cycle.length > from
        ? { ...cycle, intensity: lesser(cycle, state.settings.intensity) }
        : cycle,
    );
  const whole: Script = {
    keyframes: [...plan.keyframes.filter(({ at }) => at < from), ...rest, ...tail.keyframes],
    cycles: [...kept, ...tail.cycles],
    end: tail.end,
  };
  const cut = cutTo(state, running, whole, { kind: 'lower', from, taken: false });
  return { state: cut.state, effects: [ceiling, ...cut.effects] };
}

/** A fresh, gentle cycle from where the playhead stands; the command to resume follows when it is in force. */
export function resumeFresh(state: SessionState): Step {
  const { running, status } = state;
  if (!running || !status) return step(state);
  const at = playheadNow(state);
  const index = (cycleAt(running.script, at)?.index ?? 0) + 1;
  const tail = tailFrom(state, running.fills, { at, index, ...leftAt(state, at), afterPause: true });
  if (!tail) return refused(enter(state, 'paused'));
  const change = { kind: 'resume', from: at, taken: false } as const;
  return cutTo(state, running, spliced(running.script, at, tail), change);
}

/** The boots would have had to replace what they had played: try again from where they are now. */
export function redoLate(state: SessionState): Step {
  const { running, status } = state;
  if (!running || !status) return step(state);
  if (running.change?.kind === 'resume') return state.phase === 'resuming' ? resumeFresh(state) : step(state);
  return running.change?.kind === 'lower' ? lower(state, running, status) : atBoundary(state, running);
}

/** The boots have taken the change that was on its way; it holds once the playhead is there. */
export const taken = (state: SessionState): SessionState => {
  const { running } = state;
  if (!running?.change) return state;
  return { ...state, running: { ...running, change: { ...running.change, taken: true } } };
};

/** What a status tells of the script: a change in force, the first mould over, a cycle begun. */
export function follow(state: SessionState, status: Status): Step {
  const { running } = state;
  if (!running) return step(state);
  let now = running;
  if (now.mould === null && status.gates > 0) {
    now = { ...now, mould: inSeconds(status.waited) };
  }
  const { change } = now;
  if (change?.taken && status.playhead >= change.from && status.therapy === 'running') {
    now = { ...now, change: null };
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
  const { running, boots } = state;
  if (!running || !boots || running.change || state.phase !== 'running') return step(state);
  const { script: plan } = running;
  const from = nextBoundary(state, plan, BOUNDARY_MARGIN);
  const tail = compose(state, boots, running.fills, from);
  const ahead = plan.cycles.filter(({ start }) => start >= from.at);
  if (tail.cycles.length === ahead.length || !maySend(boots, running.fills, tail)) return step(state);
  const common = Math.min(ahead.length, tail.cycles.length);
  const alike = ahead.slice(0, common).every(({ start }, i) => tail.cycles[i]?.start === start);
  // Cycles of another length are not laid onto those of the old one: then all of them are said anew.
  const at = alike ? (ahead[common]?.start ?? plan.end) : from.at;
  const whole = spliced(plan, at, fromOn(tail, at));
  const keyframes = whole.keyframes.filter((keyframe) => keyframe.at >= at);
  return step(
    { ...state, running: { ...running, script: whole } },
    { kind: 'cut', cut: { keyframes, from: at } },
  );
}
