/** The result of an event: the next state and its effects. */

import { PROTOCOL_MAJOR, PROTOCOL_MINOR } from '../../firmware-protocol/profile.ts';
import type { Settings } from '../program/program.ts';
import type { Effect } from './event.ts';
import { type Control, control, tokenOf } from './regions/control.ts';
import type { Therapy } from './regions/therapy.ts';
import type { SessionState, Together } from './state.ts';

export interface Step<State extends SessionState = SessionState> {
  readonly state: State;
  readonly effects: readonly Effect[];
}

export const step = <State extends SessionState>(
  state: State,
  ...effects: readonly Effect[]
): Step<State> => ({ state, effects });

/** One step, then another from the state it led to. */
export function andThen<First extends SessionState, Second extends SessionState>(
  first: Step<First>,
  next: (state: First) => Step<Second>,
): Step<Second> {
  const second = next(first.state);
  return { state: second.state, effects: [...first.effects, ...second.effects] };
}

export const withSettings = <State extends SessionState>(state: State, settings: Settings): State => ({
  ...state,
  wishes: { ...state.wishes, settings },
});

/** Asks for control, with the old token if this session held it before. */
export function askForControl(
  state: Together,
  to: Extract<Control, { kind: 'asked' }>['to'],
): Step<Together> {
  const previousToken = tokenOf(state.control);
  return step(
    {
      ...state,
      control: control.move(state.control, 'ask', { to, token: previousToken }),
      spokenAt: state.now,
    },
    {
      kind: 'command',
      request: { op: 'requestControl', major: PROTOCOL_MAJOR, minor: PROTOCOL_MINOR, previousToken },
    },
  );
}

/** Replaces the therapy region. */
export const withTherapy = (state: Together, therapy: Therapy): Together => ({ ...state, therapy });

/** Reads the boots' status: the only way to resolve an unknown outcome. */
export const ask = (state: Together): Step<Together> =>
  step({ ...state, askedAt: state.now }, { kind: 'readStatus' });
