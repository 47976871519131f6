/** What one event leads to: the state after it, and what is to be done. */

import { PROTOCOL_MAJOR, PROTOCOL_MINOR } from '../../firmware-protocol/profile.ts';
import type { Effect } from './event.ts';
import type { SessionState } from './state.ts';
import { isActive, type Notice, type Phase } from './view.ts';

export interface Step {
  readonly state: SessionState;
  readonly effects: readonly Effect[];
}

export const step = (state: SessionState, ...effects: readonly Effect[]): Step => ({ state, effects });

/** First one step, then another from where it led. */
export function andThen(first: Step, next: (state: SessionState) => Step): Step {
  const second = next(first.state);
  return { state: second.state, effects: [...first.effects, ...second.effects] };
}

export const noticed = (state: SessionState, notice: Notice): SessionState => ({ ...state, notice });

export function enter(state: SessionState, phase: Phase): SessionState {
  if (state.phase === phase) return state;
  const entered = { ...state, phase, since: state.now, preparing: null };
  return phase === 'ended' ? { ...entered, endedAt: state.now } : entered;
}

/** Asks for control, as whoever held it before if this session did. */
export const claimControl = (state: SessionState): Step =>
  step(
    { ...state, spokenAt: state.now },
    {
      kind: 'command',
      request: {
        op: 'requestControl',
        major: PROTOCOL_MAJOR,
        minor: PROTOCOL_MINOR,
        previousToken: state.token,
      },
    },
  );

/** Reads the boots' state: the only way out of not knowing. */
export const ask = (state: SessionState): Step =>
  step({ ...state, askedAt: state.now }, { kind: 'readStatus' });

/** Stop, from anywhere, at once, before the phase is changed; repeated by timing.ts until the boots acknowledge it. */
export function stopNow(state: SessionState): Step {
  const ran = state.phase !== 'preparing' || state.preparing === 'starting';
  const stopping = state.stopping
    ? { ...state.stopping, sentAt: state.now }
    : { since: state.now, sentAt: state.now, ran: ran && isActive(state.phase) };
  const phase = isActive(state.phase) ? enter(state, 'stopping') : state;
  return step({ ...phase, stopping }, { kind: 'stop' }, { kind: 'endFeed' });
}

/** The boots have obeyed a Stop. What had not begun is not said to have ended. */
export function stopObeyed(state: SessionState): SessionState {
  const notice = state.notice?.kind === 'stopNotConfirmed' ? null : state.notice;
  const calm = { ...state, stopping: null, notice };
  return state.phase === 'stopping' && state.stopping?.ran === false ? enter(calm, 'idle') : calm;
}
