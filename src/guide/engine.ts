/**
 * Leads through a guide: (state, event) to state, with the time passed in. It goes on by itself; the person may pause, go back, go on to
 * the next phase, or leave. What is shown follows from the state (view.ts), what is heard from two states (signals/signals.ts).
 */

import {
  elapsed,
  type Instant,
  type Milliseconds,
  milliseconds,
} from '../../firmware-protocol/quantities.ts';
import { type Guide, guideLength, phaseLength } from './guide.ts';
import { placeAt, startOf } from './place.ts';

interface Led {
  readonly guide: Guide;
  /** How far into the guide, from 0 to its length. */
  readonly at: Milliseconds;
  /** Time that the guide has run, without pauses and skipped work. */
  readonly spent: Milliseconds;
  /** Indices of the phases of work that were skipped: left before half of their time. */
  readonly passedOver: readonly number[];
}

export type GuideState =
  /** `seen`: until when `at` has been counted. */
  | (Led & { readonly kind: 'running'; readonly seen: Instant })
  /** asleep: the device slept, and the person cannot have followed. */
  | (Led & { readonly kind: 'paused'; readonly why: 'asked' | 'asleep' })
  /** left: ended early, or all of its work was skipped. */
  | (Led & { readonly kind: 'over'; readonly how: 'finished' | 'left' });

export type Wish = 'pause' | 'resume' | 'back' | 'next' | 'leave';

export interface GuideEvent {
  readonly kind: Wish | 'tick';
  readonly now: Instant;
}

/**
 * Without a tick for longer than this the device was asleep, ms. Ticks are a tenth of a second apart, and a worker's come a few
 * milliseconds late even in a hidden tab.
 */
const ASLEEP = 10_000;

/** This far into a phase, going back begins it again; earlier, it goes to the one before, ms. */
const BEGINS_AGAIN = 3000;

export const begun = (guide: Guide, now: Instant): GuideState => ({
  kind: 'running',
  guide,
  at: milliseconds(0),
  spent: milliseconds(0),
  passedOver: [],
  seen: now,
});

export const isOver = (state: GuideState): boolean => state.kind === 'over';

const led = ({ guide, at, spent, passedOver }: GuideState): Led => ({ guide, at, spent, passedOver });

function counted(state: GuideState, now: Instant): GuideState {
  if (state.kind !== 'running') return state;
  const gap = Math.max(0, elapsed(state.seen, now));
  if (gap > ASLEEP && state.guide.asleep === 'waits') return { ...led(state), kind: 'paused', why: 'asleep' };
  const end = guideLength(state.guide) * 1000;
  const at = milliseconds(Math.min(end, state.at + gap));
  const spent = milliseconds(state.spent + (at - state.at));
  if (at >= end) return { ...led(state), at, spent, kind: 'over', how: 'finished' };
  return { ...state, at, spent, seen: now };
}

function wentBack(state: GuideState): GuideState {
  const { index, since } = placeAt(state.guide, state.at);
  const to = since >= BEGINS_AGAIN ? index : Math.max(0, index - 1);
  return { ...state, at: startOf(state.guide, to), passedOver: state.passedOver.filter((one) => one < to) };
}

/** Whoever goes on from a knot that has eased, or a cramp that has let go, has done it; whoever goes on at once has not. */
function passedOverAfter({ guide, at, passedOver }: GuideState): readonly number[] {
  const { index, phase, since } = placeAt(guide, at);
  const isPassedOver = phase.kind === 'work' && since < (phaseLength(phase) * 1000) / 2;
  return isPassedOver ? [...passedOver, index] : passedOver;
}

function wentOn(state: GuideState): GuideState {
  const { guide } = state;
  const next = placeAt(guide, state.at).index + 1;
  const at = startOf(guide, next);
  const passedOver = passedOverAfter(state);
  if (next < guide.phases.length) return { ...state, at, passedOver };
  const worked = guide.phases.filter(({ kind }) => kind === 'work').length;
  const how = passedOver.length < worked ? 'finished' : 'left';
  return { ...led(state), at, passedOver, kind: 'over', how };
}

export function guideAfter(before: GuideState, { kind, now }: GuideEvent): GuideState {
  const state = counted(before, now);
  if (state.kind === 'over') return state;
  switch (kind) {
    case 'tick':
      return state;
    case 'pause':
      return state.kind === 'paused' ? state : { ...led(state), kind: 'paused', why: 'asked' };
    case 'resume':
      return state.kind === 'running' ? state : { ...led(state), kind: 'running', seen: now };
    case 'back':
      return wentBack(state);
    case 'next':
      return wentOn(state);
    case 'leave':
      return { ...led(state), kind: 'over', how: 'left' };
  }
}
