/** Stop: one region of the state. It is sent from anywhere, at once, and repeated until the boots have heard it. */

import type { Instant } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { Together } from '../state.ts';
import { noticed, type Step, step } from '../step.ts';
import { region } from './region.ts';
import { isUnderWay, type Therapy, therapy } from './therapy.ts';

/** `begun`: a session had begun, so that it ends and is not only called off. */
export type Stopping =
  | { readonly kind: 'none' }
  /** Not heard by the boots yet. */
  | { readonly kind: 'asked'; readonly since: Instant; readonly sentAt: Instant; readonly begun: boolean }
  /** Acknowledged; the boots have not said yet that they have stopped. */
  | { readonly kind: 'heard'; readonly begun: boolean };

export const stopping = region<Stopping>()({
  none: { stop: 'asked' },
  asked: {
    'sent again': 'asked',
    acknowledged: 'heard',
    'nothing is on': 'none',
    'the boots stopped': 'none',
    'the boots restarted': 'none',
  },
  heard: {
    stop: 'asked',
    'another took control': 'none',
    'the boots stopped': 'none',
    'the boots restarted': 'none',
  },
});

/** Sends Stop, at once. */
export function stopNow(state: Together): Step<Together> {
  return step({ ...state, stopping: asked(state) }, { kind: 'stop' });
}

function asked({ stopping: from, therapy: running, now }: Together): Stopping {
  switch (from.kind) {
    case 'none':
      return stopping.move(from, 'stop', { since: now, sentAt: now, begun: hasBegun(running) });
    case 'heard':
      return stopping.move(from, 'stop', { since: now, sentAt: now, begun: from.begun });
    case 'asked':
      return stopping.move(from, 'sent again', { ...from, sentAt: now });
  }
}

const hasBegun = (state: Therapy): boolean =>
  isUnderWay(state) && (state.kind !== 'preparing' || state.step === 'starting');

/** The boots acknowledged Stop. */
export function stopAcknowledged(state: Together): Together {
  const from = state.stopping;
  if (from.kind !== 'asked') return state;
  if (state.therapy.kind === 'preparing' && !from.begun) {
    const idle = therapy.move(state.therapy, 'called off, refused or not sent', {});
    return confirmed({ ...state, therapy: idle, stopping: stopping.move(from, 'nothing is on', {}) });
  }
  const heard = isUnderWay(state.therapy)
    ? stopping.move(from, 'acknowledged', { begun: from.begun })
    : stopping.move(from, 'nothing is on', {});
  return confirmed({ ...state, stopping: heard });
}

/** "Not confirmed" holds no longer. */
export const confirmed = (state: Together): Together =>
  state.notice?.kind === 'stopNotConfirmed' ? noticed(state, null) : state;

/** A pair that stops one of its boots by itself says so only once that does not confirm it: from then on all is stopped. */
export function onUnstopped(before: Together, sides: readonly Side[]): Step<Together> {
  const state = { ...before, unstopped: sides };
  if (sides.length === 0) return step(state);
  const said = noticed(state, { kind: 'stopNotConfirmed', sides });
  return state.stopping.kind === 'asked' ? step(said) : stopNow(said);
}
