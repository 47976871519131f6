/**
 * Which of all that is to be told is told. What was told is kept for as long as it holds, and the gravest of that is shown: the one
 * place that decides what may take the place of what.
 */

import { elapsed } from '../../firmware-protocol/quantities.ts';
import { airOut } from './air-out.ts';
import type { SessionState } from './state.ts';
import { isUnheard } from './stopping.ts';
import { placesOf } from './trouble.ts';
import type { Message, Notice, StopTrouble } from './view.ts';

type Kind = Notice['kind'];

type Rules = {
  readonly [K in Kind]: (notice: Extract<Notice, { readonly kind: K }>, state: SessionState) => boolean;
};

/** Frames that make no sense are of no concern any more once all that came for so long made sense, ms. */
const GARBLED = 20_000;

/** Until a person has read it, or begins something new. */
const untilRead = () => true;

/** Gravest first, and how long each holds. */
const rules: Rules = {
  stopNotConfirmed: (_, { stopping }) => isUnheard(stopping) || stopping?.kind === 'disobeyed',
  notEmptying: (_, { stopping }) => stopping?.kind === 'notFalling' || stopping?.kind === 'notEmpty',
  fault: ({ fault }, { status }) => fault === status?.fault,
  airNotKnown: (_, state) => airOut(state) !== 'yes',
  wrongVersion: untilRead,
  limitsTooWide: untilRead,
  payloadTooSmall: untilRead,
  notBoots: untilRead,
  // Until the boots have been read again (reduce.ts).
  linkLost: (_, { link }) => link !== 'none',
  rebooted: untilRead,
  silent: untilRead,
  controlLost: untilRead,
  couldNotConnect: untilRead,
  noBluetooth: untilRead,
  refused: untilRead,
  heldByAnother: untilRead,
  needsPress: untilRead,
  programRefused: untilRead,
  calledOff: untilRead,
  notBegun: untilRead,
  warning: ({ fault }, { status }) => fault === status?.warning,
  garbled: (_, { garbledAt, now }) => elapsed(garbledAt, now) <= GARBLED,
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
export function noticed(state: SessionState, notice: Message): SessionState {
  const before = state.told.find(({ kind }) => kind === notice.kind);
  if (before && (notice.kind === 'garbled' || isSame(before, notice))) return state;
  return { ...without(state, notice.kind), told: [...without(state, notice.kind).told, notice] };
}

/** What was told of these is of no concern any more. */
export const without = (state: SessionState, ...kinds: readonly Kind[]): SessionState => ({
  ...state,
  told: state.told.filter(({ kind }) => !kinds.includes(kind)),
});

/** A person has read what is shown. */
export const read = (state: SessionState): SessionState =>
  state.notice ? without(state, state.notice.kind) : state;

/** Something new begins. */
export const untold = (state: SessionState): SessionState => ({ ...state, told: [] });

/** What follows from where Stop stands; nobody has to say it, and nobody can take it back. */
function stopTrouble({ stopping, boots, unstopped }: SessionState): StopTrouble | null {
  switch (stopping?.kind) {
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
export function shown(before: SessionState, state: SessionState): SessionState {
  const told = state.told.filter((notice) => holds(notice, state));
  const trouble = stopTrouble(state);
  const all: readonly Notice[] = trouble ? [trouble, ...told] : told;
  const gravest = all.reduce<Notice | null>(
    (most, notice) => (most === null || mayReplace(notice, most) ? notice : most),
    null,
  );
  const notice = gravest && before.notice && isSame(gravest, before.notice) ? before.notice : gravest;
  return { ...state, told: told.length === state.told.length ? state.told : told, notice };
}
