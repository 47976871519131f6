/**
 * Changes while a session runs. Less comes at once, more and another duration at the next cycle boundary. Each is one replace of
 * the timeline, so that it never runs dry.
 */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import {
  inSeconds,
  type Milliseconds,
  type Mmhg,
  milliseconds,
  mmhg,
  seconds,
} from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import { highestTargetOf } from '../program/boots-shape.ts';
import { said } from '../program/check/figures.ts';
import type { Problem } from '../program/problem.ts';
import { checkTimeline } from '../safety/envelope.ts';
import { type Beginning, boundaryAfter, cycleAt, type Script, spliced } from '../timeline/script.ts';
import { withinReach } from '../timeline/within-reach.ts';
import { between, Less, LOWER_MARGIN, longer, lowerFrom, type Rest } from './lower.ts';
import type { BootsFacts, Change, Running, SessionState } from './state.ts';
import { enter, noticed, type Step, step } from './step.ts';
import { leftAt, playheadNow } from './wall.ts';

/** A boundary nearer than this is left to be played as it stands. */
const BOUNDARY_MARGIN: Milliseconds = milliseconds(1000);
const later = (at: Milliseconds, by: Milliseconds): Milliseconds => milliseconds(at + by);

type OnItsWay = Omit<Change, 'before' | 'taken'>;

function cutTo(state: SessionState, running: Running, whole: Script, { kind, from, margin }: OnItsWay): Step {
  const keyframes = whole.keyframes.filter(({ at }) => at >= from);
  const before = running.change?.before ?? running.settings;
  const change: Change = { kind, from, margin, before, taken: false };
  const { settings } = state;
  // A cycle that is changed while it is played tells nothing of how long it would have taken.
  const isWhole = running.whole && kind === 'boundary';
  return step(
    { ...state, running: { ...running, script: whole, settings, change, whole: isWhole } },
    { kind: 'cut', cut: { keyframes, from } },
  );
}

/** What the controller's own check says against sending this. */
export const againstSending = (
  { shape, feature }: BootsFacts,
  { settings }: SessionState,
  { fills }: Running,
  { keyframes }: Pick<Script, 'keyframes'>,
): readonly Problem[] =>
  checkTimeline(keyframes, shape, fills, highestTargetOf(feature, settings.confirmed), { open: true });

/**
 * What is to be played from a beginning on, as it would be composed now, and the state in which it is: with less pressure, which
 * is said, where the air could not follow more. Or why nothing may be sent.
 */
export function tailFrom(
  state: SessionState,
  running: Running,
  from: Beginning,
): { readonly tail: Script; readonly state: SessionState } | { readonly problem: Problem } {
  const { boots, settings } = state;
  if (!boots) return { problem: noBoots };
  const before = running.script.cycles.filter(({ start }) => start < from.at);
  const found = withinReach(settings, boots.shape, running.fills, from, before);
  if ('problem' in found) return found;
  const { script: tail, intensity } = found;
  if (intensity === settings.intensity) return { tail, state };
  const lowered = { ...state, settings: { ...settings, intensity } };
  return {
    tail,
    state: noticed(lowered, { kind: 'clamped', problem: beyondReach(settings.intensity, intensity) }),
  };
}

const beyondReach = (asked: Mmhg, intensity: Mmhg): Problem => ({
  place: 'intensity',
  reason: `On these legs your boots fill too slowly for ${said(asked)} mmHg.`,
  suggestion: `It is set to ${said(intensity)} mmHg.`,
});

const noBoots: Problem = {
  place: 'boots',
  reason: 'There are no boots to play it.',
  suggestion: 'Connect boots.',
};

/** Nothing but the end, where the session is to end now. */
export const endOf = (plan: Script, at: Milliseconds): Script => ({
  keyframes: plan.keyframes.filter(({ end }) => end).map((end) => ({ ...end, at })),
  cycles: [],
  end: at,
});

/** Where the next cycle begins that can still be changed. */
export function nextBoundary(state: SessionState, plan: Script, margin = BOUNDARY_MARGIN): Beginning {
  const at = boundaryAfter(plan, later(playheadNow(state), margin));
  const before = plan.cycles.findLast(({ start }) => start < at);
  return { at, index: (before?.index ?? -1) + 1, ...leftAt(state, at), afterPause: false };
}

/** What was asked for is taken back, and why is said. */
function refused(state: SessionState, { place, reason }: Problem): Step {
  const problem: Problem = { place, reason, suggestion: 'The session goes on as it was.' };
  const settings = state.running?.settings ?? state.settings;
  return step(noticed({ ...state, settings }, { kind: 'clamped', problem }));
}

/** The settings were changed (the state holds the new ones). */
export function changeRunning(state: SessionState): Step {
  const { running, status, boots } = state;
  if (!running || !status || !boots || state.phase !== 'running') return step(state);
  if (running.settings === state.settings) return step(state);
  const boundary = nextBoundary(state, running.script).at;
  const less = new Less(state, boots, running);
  const isLess = less.isAny(between(running.script, playheadNow(state), boundary));
  const lessOnItsWay = running.change?.kind === 'lower' && !running.change.taken;
  return isLess || lessOnItsWay ? lower(state, running, status, less) : atBoundary(state, running);
}

/** What was asked for on the way here, while nothing could be changed. */
export const catchUp = changeRunning;

function atBoundary(state: SessionState, running: Running): Step {
  const { script: plan } = running;
  const from = nextBoundary(state, plan);
  if (from.at >= plan.end && plan.end - playheadNow(state) < BOUNDARY_MARGIN) {
    return refused(state, { place: 'session', reason: 'The session is just ending.', suggestion: '' });
  }
  const composed = tailFrom(state, running, from);
  if ('problem' in composed) return refused(state, composed.problem);
  const { tail, state: next } = composed;
  if (from.at >= plan.end && tail.cycles.length === 0) {
    return step({ ...next, running: { ...running, settings: next.settings } });
  }
  return cutTo(next, running, spliced(plan, from.at, tail), {
    kind: 'boundary',
    from: from.at,
    margin: BOUNDARY_MARGIN,
  });
}

/** Never refused: where the cycles to come may not be sent, the session ends with this one, and says so. */
function lower(
  state: SessionState,
  running: Running,
  status: Status,
  less: Less,
  margin: Milliseconds = LOWER_MARGIN,
): Step {
  const plan = running.script;
  const from = lowerFrom(state, plan, status, margin);
  const next = nextBoundary(state, plan, later(margin, BOUNDARY_MARGIN));
  const cycles = between(plan, playheadNow(state), next.at);
  const before = running.change?.before ?? running.settings;
  const isLighter = state.settings.intensity < before.intensity || less.isLighter(cycles);
  const under = (ceiling: Mmhg) =>
    isLighter ? [{ kind: 'command', request: { op: 'ceiling', ceiling } } as const] : [];
  if (from >= plan.end) return step(state, ...under(less.highest(cycles)));
  const rest = less.rest(plan, from, next.at);
  // What comes then follows on what is left of this cycle.
  const left = less.script(plan, from, rest, endOf(plan, rest.boundary));
  const composed = tailFrom(
    state,
    { ...running, script: left },
    rest.boundary === next.at ? next : sooner(state, next, from, rest),
  );
  const tail = 'tail' in composed ? composed.tail : endOf(plan, rest.boundary);
  const after = 'problem' in composed ? noticed(state, endsEarly(composed.problem)) : composed.state;
  const cut = cutTo(after, running, less.script(plan, from, rest, tail), { kind: 'lower', from, margin });
  // Batches of what is new may reach the boots before the ceiling does: it must leave all of them as they are.
  const ceiling = highestTarget([...rest.keyframes, ...tail.keyframes]);
  return { state: cut.state, effects: [...under(ceiling), ...cut.effects] };
}

const highestTarget = (keyframes: readonly Keyframe[]): Mmhg =>
  mmhg(
    keyframes.reduce(
      (most, { targets }) =>
        targets.reduce<number>(
          (high, target) => (typeof target === 'number' ? Math.max(high, target) : high),
          most,
        ),
      0,
    ),
  );

/** The next cycle, where the one being played lets go at once. */
function sooner(state: SessionState, next: Beginning, from: Milliseconds, { boundary }: Rest): Beginning {
  const until = inSeconds(milliseconds(boundary - from));
  const { index, afterPause } = next;
  const left = leftAt(state, playheadNow(state));
  const promised = seconds(left.promised - until);
  return { at: boundary, index, afterPause, promised, allowed: seconds(left.allowed - until) };
}

const endsEarly = ({ place, reason }: Problem) =>
  ({
    kind: 'clamped',
    problem: { place, reason, suggestion: 'The session ends with the wave that is being played.' },
  }) as const;

/** A fresh, gentle cycle from where the playhead stands; the command to resume follows when it is in force. */
export function resumeFresh(state: SessionState): Step {
  const { running, status } = state;
  if (!running || !status) return step(state);
  const at = playheadNow(state);
  const index = (cycleAt(running.script, at)?.index ?? 0) + 1;
  const composed = tailFrom(state, running, { at, index, ...leftAt(state, at), afterPause: true });
  if ('problem' in composed) return refused(enter(state, 'paused'), composed.problem);
  const { tail, state: after } = composed;
  return cutTo(after, running, spliced(running.script, at, tail), {
    kind: 'resume',
    from: at,
    margin: milliseconds(0),
  });
}

/** The boots would have had to replace what they had played: try again from where they are now. */
export function redoLate(state: SessionState): Step {
  const { running, status, boots } = state;
  if (!running || !status || !boots) return step(state);
  const { change } = running;
  switch (change?.kind) {
    case 'resume':
      return state.phase === 'resuming' ? resumeFresh(state) : step(state);
    case 'lower':
      return lower(state, running, status, new Less(state, boots, running), longer(change.margin));
    default:
      return atBoundary(state, running);
  }
}

/** The boots have taken the change that was on its way; it holds once the playhead is there. */
export const taken = (state: SessionState): SessionState => {
  const { running } = state;
  if (!running?.change) return state;
  return { ...state, running: { ...running, change: { ...running.change, taken: true } } };
};
