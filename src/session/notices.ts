/**
 * Which of all that is to be told is told. What was told is kept for as long as it holds, and the gravest of that is shown: the one
 * place that decides what may take the place of what.
 */

import { elapsed } from '../../firmware-protocol/quantities.ts';
import { airOut } from './emptying/air-out.ts';
import type { Message, Notice, StopTrouble } from './notice.ts';
import { isTogether, type SessionState, type Together } from './state.ts';
import { placesOf } from './trouble.ts';

type Kind = Notice['kind'];

type Rules = {
  readonly [K in Kind]: (notice: Extract<Notice, { readonly kind: K }>, state: SessionState) => boolean;
};

/** Frames that make no sense are of no concern any more once all that came for so long made sense, ms. */
const GARBLED = 20_000;

/** Until a person has read it, or begins something new. */
const untilRead = () => true;

/** It follows from where Stop stands (`stopTrouble` below), is never among what was told, and is not asked for. */
const asStopStands = () => true;

/** What is about boots does not hold without them. */
const withBoots = (state: SessionState, isSo: (state: Together) => boolean): boolean =>
  isTogether(state) && isSo(state);

/** Gravest first, and how long each holds. */
const rules: Rules = {
  stopNotConfirmed: asStopStands,
  notEmptying: asStopStands,
  fault: ({ fault }, state) => withBoots(state, ({ status }) => fault === status.fault),
  failed: untilRead,
  airNotKnown: (_, state) => !withBoots(state, (boots) => airOut(boots) === 'yes'),
  wrongVersion: untilRead,
  limitsTooWide: untilRead,
  payloadTooSmall: untilRead,
  notBoots: untilRead,
  // Until the boots have been read again (on-link.ts).
  linkLost: (_, state) => isTogether(state),
  rebooted: untilRead,
  silent: untilRead,
  controlLost: untilRead,
  couldNotConnect: untilRead,
  noBluetooth: untilRead,
  bluetoothOff: untilRead,
  refused: untilRead,
  heldByAnother: untilRead,
  needsPress: untilRead,
  programRefused: untilRead,
  calledOff: untilRead,
  notBegun: untilRead,
  warning: ({ fault }, state) => withBoots(state, ({ status }) => fault === status.warning),
  garbled: (_, state) => withBoots(state, ({ garbledAt, now }) => elapsed(garbledAt, now) <= GARBLED),
  notAPair: untilRead,
  chooserCancelled: untilRead,
  clamped: untilRead,
};

const order = Object.keys(rules);

/** Whether one may be shown in the place of another that still holds. */
export const mayReplace = (notice: Notice, shown: Notice): boolean =>
  order.indexOf(notice.kind) <= order.indexOf(shown.kind);

/** Each rule is of the notices of its own kind. */
const holds = (notice: Notice, state: SessionState): boolean =>
  (rules[notice.kind] as (notice: Notice, state: SessionState) => boolean)(notice, state);

const isSame = (one: Notice, other: Notice): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Tells something; whether it is shown is decided by what else holds. Nonsense that follows nonsense is nothing new. */
export function noticed<State extends SessionState>(state: State, notice: Message): State {
  const before = state.told.find(({ kind }) => kind === notice.kind);
  if (before && (notice.kind === 'garbled' || isSame(before, notice))) return state;
  return { ...without(state, notice.kind), told: [...without(state, notice.kind).told, notice] };
}

/** What was told of these is of no concern any more. */
export const without = <State extends SessionState>(state: State, ...kinds: readonly Kind[]): State => ({
  ...state,
  told: state.told.filter(({ kind }) => !kinds.includes(kind)),
});

/** A person has read what is shown. */
export const read = <State extends SessionState>(state: State): State =>
  state.notice ? without(state, state.notice.kind) : state;

/** Something new begins. */
export const untold = <State extends SessionState>(state: State): State => ({ ...state, told: [] });

/** What follows from where Stop stands; nobody has to say it, and nobody can take it back. */
function stopTrouble(state: SessionState): StopTrouble | null {
  if (!isTogether(state)) return null;
  const { stopping, boots, unstopped } = state;
  switch (stopping.kind) {
    case 'notHeard':
    case 'disobeyed':
      return { kind: 'stopNotConfirmed', sides: unstopped };
    case 'notFalling':
    case 'notEmpty':
      return { kind: 'notEmptying', ...placesOf(boots, stopping.zones) };
    default:
      return null;
  }
}

/** After each event: forgets what does not hold any more, and shows the gravest that does. */
export function shown<State extends SessionState>(before: SessionState, state: State): State {
  const told = state.told.filter((notice) => holds(notice, state));
  const trouble = stopTrouble(state);
  const all: readonly Notice[] = trouble ? [trouble, ...told] : told;
  const gravest = all.reduce<Notice | null>(
    (most, notice) => (most === null || mayReplace(notice, most) ? notice : most),
    null,
  );
  const notice = gravest && before.notice && isSame(gravest, before.notice) ? before.notice : gravest;
  if (told.length === state.told.length && notice === state.notice) return state;
  return { ...state, told, notice };
}
