/** The result of handling an event: the next state, and effects to carry out. */

import { PROTOCOL_MAJOR, PROTOCOL_MINOR } from '../../firmware-protocol/profile.ts';
import type { Settings } from '../program/program.ts';
import type { Effect } from './event.ts';
import { type Control, control, tokenOf } from './regions/control.ts';
import type { Therapy } from './regions/therapy.ts';
import type { SessionState, WithBoots } from './state.ts';

export interface Step<State extends SessionState = SessionState> {
  readonly state: State;
  readonly effects: readonly Effect[];
}

export const step = <State extends SessionState>(
  state: State,
  ...effects: readonly Effect[]
): Step<State> => ({ state, effects });

/** Takes a second step from the state to which the first one led, and joins the effects of both. */
export function andThen<First extends SessionState, Second extends SessionState>(
  first: Step<First>,
  next: (state: First) => Step<Second>,
): Step<Second> {
  const second = next(first.state);
  return { state: second.state, effects: [...first.effects, ...second.effects] };
}

export const withSettings = <State extends SessionState>(state: State, settings: Settings): State => ({
  ...state,
  setup: { ...state.setup, settings },
});

/** The request carries the last token, if the boots granted one before. */
export function askForControl(
  state: WithBoots,
  to: Extract<Control, { kind: 'asked' }>['to'],
): Step<WithBoots> {
  const previousToken = tokenOf(state.control);
  return step(
    {
      ...state,
      control: control.move(state.control, 'ask', { to, token: previousToken }),
      lastSentAt: state.now,
    },
    {
      kind: 'command',
      request: { op: 'requestControl', major: PROTOCOL_MAJOR, minor: PROTOCOL_MINOR, previousToken },
    },
  );
}

export const withTherapy = (state: WithBoots, therapy: Therapy): WithBoots => ({ ...state, therapy });

export const readStatus = (state: WithBoots): Step<WithBoots> =>
  step({ ...state, statusReadAt: state.now }, { kind: 'readStatus' });
