/** What one event leads to: the state after it, and what is to be done. */

import { PROTOCOL_MAJOR, PROTOCOL_MINOR } from '../../firmware-protocol/profile.ts';
import type { Effect } from './event.ts';
import type { SessionState } from './state.ts';
import { asked, sent } from './stopping.ts';
import { isActive, type Phase } from './view.ts';

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

export const enter = (state: SessionState, phase: Phase): SessionState =>
  state.phase === phase ? state : { ...state, phase, since: state.now, preparing: null };

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

/** Stop, from anywhere, at once, before the phase is changed; repeated by timing.ts for as long as stopping.ts asks for it. */
export function stopNow(state: SessionState): Step {
  const { now, phase } = state;
  const ran = phase !== 'preparing' || state.preparing === 'starting';
  const stopping = sent(state.stopping ?? asked(now, ran && isActive(phase)), now);
  const entered = isActive(phase) ? enter(state, 'stopping') : state;
  return step({ ...entered, stopping }, { kind: 'stop' }, { kind: 'endFeed' });
}
