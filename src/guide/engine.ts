/**
 * The state of a guide from its beginning to its end, as a plain function from state and event to state. A guide goes from phase to phase
 * by itself; the user can pause it, go back, go on to the next phase, or leave.
 */

import {
  elapsed,
  type Instant,
  type Milliseconds,
  milliseconds,
} from '../../firmware-protocol/quantities.ts';
import { type Guide, guideLength, phaseLength } from './guide.ts';
import { placeAt, startOf } from './place.ts';

interface GuideProgress {
  readonly guide: Guide;
  readonly at: Milliseconds;
  /** How long the guide has run: repeated time counts again, pauses and skipped time do not count. */
  readonly spent: Milliseconds;
  /**
   * Indices of the phases of work that the user left with `next` before half of their time. The control `back` removes the phase to which
   * it goes and the later ones.
   */
  readonly skipped: readonly number[];
}

export type GuideState =
  /** `seen`: when `at` and `spent` were last updated. */
  | (GuideProgress & { readonly kind: 'running'; readonly seen: Instant })
  /** `asked`: the user paused the guide. `asleep`: the device slept, so the user cannot have followed the guide. */
  | (GuideProgress & { readonly kind: 'paused'; readonly why: 'asked' | 'asleep' })
  /** `left`: by the control `leave`, or at the end with all of the work skipped. */
  | (GuideProgress & { readonly kind: 'over'; readonly how: 'finished' | 'left' });

export type GuideControl = 'pause' | 'resume' | 'back' | 'next' | 'leave';

export interface GuideEvent {
  readonly kind: GuideControl | 'tick';
  readonly now: Instant;
}

/**
 * If more than this lies between two ticks, in ms, the device is taken to have slept. Ticks are 100 ms apart, and a clock in a worker
 * delays them little even if the tab is hidden.
 */
const ASLEEP_AFTER = 10_000;

/** If a phase began at least this long ago, in ms, `back` restarts it. Otherwise `back` goes to the previous phase, if there is one. */
const RESTART_AFTER = 3000;

export const begun = (guide: Guide, now: Instant): GuideState => ({
  kind: 'running',
  guide,
  at: milliseconds(0),
  spent: milliseconds(0),
  skipped: [],
  seen: now,
});

export const isOver = (state: GuideState): boolean => state.kind === 'over';

const progressOf = ({ guide, at, spent, skipped }: GuideState): GuideProgress => ({
  guide,
  at,
  spent,
  skipped,
});

function atItsEnd(state: GuideState): GuideState {
  const progress = progressOf(state);
  const worked = progress.guide.phases.filter(({ kind }) => kind === 'work').length;
  return { ...progress, kind: 'over', how: progress.skipped.length < worked ? 'finished' : 'left' };
}

function advanced(state: GuideState, now: Instant): GuideState {
  if (state.kind !== 'running') return state;
  const gap = Math.max(0, elapsed(state.seen, now));
  if (gap > ASLEEP_AFTER && state.guide.asleep === 'waits')
    return { ...progressOf(state), kind: 'paused', why: 'asleep' };
  const end = guideLength(state.guide) * 1000;
  const at = milliseconds(Math.min(end, state.at + gap));
  const spent = milliseconds(state.spent + (at - state.at));
  const next = { ...state, at, spent, seen: now };
  return at >= end ? atItsEnd(next) : next;
}

function stepBack(state: GuideState): GuideState {
  const { index, since } = placeAt(state.guide, state.at);
  const to = since >= RESTART_AFTER ? index : Math.max(0, index - 1);
  return { ...state, at: startOf(state.guide, to), skipped: state.skipped.filter((one) => one < to) };
}

/** Adds the phase that `next` ends, unless at least half of it is over: a knot or a cramp may have eased by then. */
function skippedAfter({ guide, at, skipped }: GuideState): readonly number[] {
  const { index, phase, since } = placeAt(guide, at);
  const isSkipped = phase.kind === 'work' && since < (phaseLength(phase) * 1000) / 2;
  return isSkipped ? [...skipped, index] : skipped;
}

function stepForward(state: GuideState): GuideState {
  const { guide } = state;
  const next = placeAt(guide, state.at).index + 1;
  const at = startOf(guide, next);
  const after = { ...state, at, skipped: skippedAfter(state) };
  return next < guide.phases.length ? after : atItsEnd(after);
}

export function guideAfter(before: GuideState, { kind, now }: GuideEvent): GuideState {
  const state = advanced(before, now);
  if (state.kind === 'over') return state;
  switch (kind) {
    case 'tick':
      return state;
    case 'pause':
      return state.kind === 'paused' ? state : { ...progressOf(state), kind: 'paused', why: 'asked' };
    case 'resume':
      return state.kind === 'running' ? state : { ...progressOf(state), kind: 'running', seen: now };
    case 'back':
      return stepBack(state);
    case 'next':
      return stepForward(state);
    case 'leave':
      return { ...progressOf(state), kind: 'over', how: 'left' };
  }
}
