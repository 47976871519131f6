/**
 * Decides which notice is shown: every notice is kept for as long as it holds, and the gravest of them is shown. This is the one place
 * that decides which notice may replace which.
 */

import { elapsed } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import { airOut } from '../emptying/air-out.ts';
import { isTogether, type SessionState, type Together } from '../state.ts';
import { batteryLow } from './battery.ts';
import type { Message, Notice, StopTrouble } from './notice.ts';
import { placesOf } from './trouble.ts';

type Kind = Notice['kind'];
type RefusedWhat = Extract<Notice, { readonly kind: 'refused' }>['command'];

type Rules = {
  readonly [K in Kind]: (notice: Extract<Notice, { readonly kind: K }>, state: SessionState) => boolean;
};

/** The notice about invalid frames goes once no invalid frame has come for this long, ms. */
const GARBLED = 20_000;

/** Until a person dismisses it, or begins something new. */
const untilRead = () => true;

/** Derived from the state of Stop (`stopTrouble` below), and never kept; so this is never called. */
const asStopStands = () => true;

/** What a refusal leaves as it was: "they go on as before" is not so of boots that have stopped since. */
const leftAs: Partial<Readonly<Record<RefusedWhat, readonly Status['therapy'][]>>> = {
  pause: ['running'],
  resume: ['paused'],
  ceiling: ['running', 'paused'],
};

/** A notice about boots does not hold without them. */
const withBoots = (state: SessionState, isSo: (state: Together) => boolean): boolean =>
  isTogether(state) && isSo(state);

/** Until a person dismisses it, or the boots are in another state than the one it says they stay in. */
function stillRefused(command: RefusedWhat, state: SessionState): boolean {
  const left = leftAs[command];
  return left === undefined || withBoots(state, ({ status }) => left.includes(status.therapy));
}

/** Gravest first; each with the rule for how long it holds. */
const rules: Rules = {
  stopNotConfirmed: asStopStands,
  notEmptying: asStopStands,
  // The answer to a press; a latched fault stays on screen beside it.
  notNow: (_, state) => isTogether(state) && state.link.kind !== 'connected',
  fault: ({ fault }, state) => withBoots(state, ({ status }) => fault === status.fault),
  limitBroken: untilRead,
  failed: untilRead,
  standingStill: untilRead,
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
  otherTab: untilRead,
  couldNotConnect: untilRead,
  noBluetooth: untilRead,
  refused: ({ command }, state) => stillRefused(command, state),
  grantLost: untilRead,
  // Until the boots do what was asked, or the session is over.
  notHeard: ({ what }, state) =>
    withBoots(state, ({ status }) => status.therapy === (what === 'pause' ? 'running' : 'paused')),
  heldByAnother: untilRead,
  needsPress: untilRead,
  programRefused: untilRead,
  calledOff: untilRead,
  notBegun: untilRead,
  warning: ({ fault }, state) => withBoots(state, ({ status }) => fault === status.warning),
  batteryLow: ({ level }, state) => withBoots(state, ({ status }) => batteryLow(status)?.level === level),
  garbled: (_, state) => withBoots(state, ({ garbledAt, now }) => elapsed(garbledAt, now) <= GARBLED),
  notAPair: untilRead,
  chooserCancelled: untilRead,
  clamped: untilRead,
};

const order = Object.keys(rules);

/** Whether one notice may replace another that still holds. */
export const mayReplace = (notice: Notice, shown: Notice): boolean =>
  order.indexOf(notice.kind) <= order.indexOf(shown.kind);

/** Each rule takes the notices of its own kind. */
const holds = (notice: Notice, state: SessionState): boolean =>
  (rules[notice.kind] as (notice: Notice, state: SessionState) => boolean)(notice, state);

const isSame = (one: Notice, other: Notice): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Adds a notice; what else holds decides whether it is shown. An invalid frame after another is no news. */
export function addNotice<State extends SessionState>(state: State, notice: Message): State {
  const before = state.notices.find(({ kind }) => kind === notice.kind);
  if (before && (notice.kind === 'garbled' || isSame(before, notice))) return state;
  return {
    ...dropNotices(state, notice.kind),
    notices: [...dropNotices(state, notice.kind).notices, notice],
  };
}

/** Removes the notices of these kinds. */
export const dropNotices = <State extends SessionState>(state: State, ...kinds: readonly Kind[]): State => ({
  ...state,
  notices: state.notices.filter(({ kind }) => !kinds.includes(kind)),
});

/** Removes the shown notice. */
export const dismissShown = <State extends SessionState>(state: State): State =>
  state.notice ? dropNotices(state, state.notice.kind) : state;

/** Removes all notices. */
export const dropAllNotices = <State extends SessionState>(state: State): State => ({
  ...state,
  notices: [],
});

/** Derived from the state of Stop, so that no code can forget to add it or remove it too early. */
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

/** Runs after each event: drops notices that no longer hold, and shows the gravest of the rest. */
export function chooseShown<State extends SessionState>(before: SessionState, state: State): State {
  const holding = state.notices.filter((notice) => holds(notice, state));
  const trouble = stopTrouble(state);
  const all: readonly Notice[] = trouble ? [trouble, ...holding] : holding;
  const gravest = all.reduce<Notice | null>(
    (most, notice) => (most === null || mayReplace(notice, most) ? notice : most),
    null,
  );
  const notice = gravest && before.notice && isSame(gravest, before.notice) ? before.notice : gravest;
  if (holding.length === state.notices.length && notice === state.notice) return state;
  return { ...state, notices: holding, notice };
}
