/** Decides which notice is shown: each notice is kept for as long as it holds, and of those kept the gravest is shown. */

import { rules } from '../../../firmware-protocol/limits.ts';
import { elapsed, type Instant } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import { airOut } from '../emptying/air-out.ts';
import { isUnderWay } from '../regions/therapy.ts';
import { hasBoots, mayAddOther, type SessionState, type WithBoots } from '../state.ts';
import { batteryLow } from './battery.ts';
import type { BluetoothLost, Message, Notice, PermissionLost, StopTrouble } from './notice.ts';
import { placesOf } from './trouble.ts';

type Kind = Notice['kind'];
type RefusedWhat = Extract<Notice, { readonly kind: 'refused' }>['command'];

/** How much longer a press counts, ms; negative once it does not count. @param at when this page heard of the press */
export const pressLeft = (at: Instant, now: Instant): number => rules.consent * 1000 - elapsed(at, now);

type Rules = {
  readonly [K in Kind]: (notice: Extract<Notice, { readonly kind: K }>, state: SessionState) => boolean;
};

/** The notice about invalid frames holds until no invalid frame has come for this long, ms. */
const GARBLED_NOTICE_TIME = 20_000;

/** For notices that hold until a person dismisses them or begins something new, or until other code drops them. */
const untilDismissed = () => true;

/** For notices that are not kept in the state, because `stopTrouble`, `bluetoothLost` and `permissionLost` (below) derive them from it. */
const derived = () => true;

/**
 * For commands whose refusal leaves the boots as they were: the therapies in which the boots can then be. In another therapy, the
 * notice about the refusal is out of date.
 */
const leftAs: Partial<Readonly<Record<RefusedWhat, readonly Status['therapy'][]>>> = {
  pause: ['running'],
  resume: ['paused'],
  ceiling: ['running', 'paused'],
};

const hasBootsThat = (state: SessionState, isSo: (state: WithBoots) => boolean): boolean =>
  hasBoots(state) && isSo(state);

/** Whether the boots are still in the therapy in which the refusal left them; for commands not in `leftAs`, always true. */
function stillRefused(command: RefusedWhat, state: SessionState): boolean {
  const left = leftAs[command];
  return left === undefined || hasBootsThat(state, ({ status }) => left.includes(status.therapy));
}

const isHeld = ({ kind }: WithBoots['therapy']): boolean =>
  kind === 'pausing' || kind === 'paused' || kind === 'unsure';

/** For each kind of notice, whether it still holds. The gravest come first. */
const holding: Rules = {
  stopNotSendable: derived,
  stopNotConfirmed: derived,
  notEmptying: derived,
  bluetoothLost: derived,
  permissionLost: derived,
  // These notices answer a press, so they come before a fault, which stays on screen anyway, in a place of its own.
  notNow: (_, state) => hasBoots(state) && state.link.kind !== 'connected',
  addAfterStop: (_, state) => hasBootsThat(state, (boots) => !mayAddOther(boots)),
  fault: ({ fault }, state) => hasBootsThat(state, ({ status }) => fault === status.fault),
  limitBroken: untilDismissed,
  failed: untilDismissed,
  standingStill: untilDismissed,
  airNotKnown: (_, state) => !hasBootsThat(state, (boots) => airOut(boots) === 'yes'),
  wrongVersion: untilDismissed,
  limitsTooWide: untilDismissed,
  payloadTooSmall: untilDismissed,
  notBoots: untilDismissed,
  // on-link.ts drops this notice once the boots are as they were.
  changedBoots: (_, state) => hasBoots(state),
  // on-link.ts drops this notice once the boots have been read again.
  linkLost: (_, state) => hasBoots(state),
  rebooted: untilDismissed,
  silent: untilDismissed,
  controlLost: untilDismissed,
  otherTab: untilDismissed,
  couldNotConnect: untilDismissed,
  notPermitted: untilDismissed,
  noBluetooth: untilDismissed,
  refused: ({ command }, state) => stillRefused(command, state),
  grantLost: untilDismissed,
  // Until the boots do what was asked, or the session is over.
  notHeard: ({ what }, state) =>
    hasBootsThat(state, ({ status }) => status.therapy === (what === 'pause' ? 'running' : 'paused')),
  heldByAnother: untilDismissed,
  pressed: ({ at }, state) => hasBoots(state) && pressLeft(at, state.now) > 0,
  needsPress: (_, state) => hasBoots(state),
  programRefused: untilDismissed,
  calledOff: untilDismissed,
  notBegun: untilDismissed,
  // Once a session that was held goes on, the person has decided.
  misfit: ({ held }, state) =>
    hasBootsThat(state, ({ therapy }) => (held ? isHeld(therapy) : isUnderWay(therapy))),
  warning: ({ fault }, state) => hasBootsThat(state, ({ status }) => fault === status.warning),
  batteryLow: ({ level }, state) => hasBootsThat(state, ({ status }) => batteryLow(status)?.level === level),
  garbled: (_, state) =>
    hasBootsThat(state, ({ garbledAt, now }) => elapsed(garbledAt, now) <= GARBLED_NOTICE_TIME),
  recordsDeleted: untilDismissed,
  notAPair: untilDismissed,
  chooserCancelled: untilDismissed,
  clamped: untilDismissed,
};

/** Whether this page has paused the session, or tries to, because of how the boots fit. */
export const isHeldForFit = ({ notices }: SessionState): boolean =>
  notices.some((notice) => notice.kind === 'misfit' && notice.held);

/** The Pause of this page had no effect: what it was sent for still holds. */
export const notHeldForFit = <State extends SessionState>(state: State): State => ({
  ...state,
  notices: state.notices.map((notice) => (notice.kind === 'misfit' ? { ...notice, held: false } : notice)),
});

const order = Object.keys(holding);

/** Whether a notice is at least as grave as one that still holds. */
export const mayReplace = (notice: Notice, shown: Notice): boolean =>
  order.indexOf(notice.kind) <= order.indexOf(shown.kind);

const holds = (notice: Notice, state: SessionState): boolean =>
  (holding[notice.kind] as (notice: Notice, state: SessionState) => boolean)(notice, state);

const isSame = (one: Notice, other: Notice): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Adds a notice, in place of any other of its kind. While there is a notice about an invalid frame, another such frame adds none. */
export function addNotice<State extends SessionState>(state: State, notice: Message): State {
  const before = state.notices.find(({ kind }) => kind === notice.kind);
  if (before && (notice.kind === 'garbled' || isSame(before, notice))) return state;
  return {
    ...dropNotices(state, notice.kind),
    notices: [...dropNotices(state, notice.kind).notices, notice],
  };
}

export const dropNotices = <State extends SessionState>(state: State, ...kinds: readonly Kind[]): State => ({
  ...state,
  notices: state.notices.filter(({ kind }) => !kinds.includes(kind)),
});

export const dismissShown = <State extends SessionState>(state: State): State =>
  state.notice ? dropNotices(state, state.notice.kind) : state;

export const dropAllNotices = <State extends SessionState>(state: State): State => ({
  ...state,
  notices: [],
});

/**
 * The notice about boots that do not stop or do not empty. It is derived from the stopping region, so that no code can forget it or
 * remove it too early.
 */
function stopTrouble(state: SessionState): StopTrouble | null {
  if (!hasBoots(state)) return null;
  const { stopping, boots, unstopped, bluetooth } = state;
  if (bluetooth === 'silent' && stopping.kind !== 'none' && stopping.kind !== 'emptying')
    return { kind: 'stopNotSendable' };
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

/** Where the air is not known to be out, the notice about that comes first, until a person has dismissed it. */
function bluetoothLost(state: SessionState, kept: readonly Message[]): BluetoothLost | null {
  if (state.bluetooth !== 'silent' || kept.some(({ kind }) => kind === 'airNotKnown')) return null;
  return { kind: 'bluetoothLost', session: hasBoots(state) ? sessionOf(state) : 'none' };
}

const permissionLost = (state: SessionState): PermissionLost | null =>
  hasBoots(state) && state.link.kind === 'reconnecting' && state.link.forbidden
    ? { kind: 'permissionLost', session: sessionOf(state) }
    : null;

function sessionOf({ therapy, stopping }: WithBoots): BluetoothLost['session'] {
  if (!isUnderWay(therapy)) return stopping.kind === 'none' ? 'none' : 'other';
  if (stopping.kind !== 'none' || therapy.kind === 'preparing' || therapy.kind === 'found') return 'other';
  return therapy.kind === 'paused' ? 'paused' : 'playing';
}

/** Runs after each event: drops notices that do not hold any more, and shows the gravest of the rest. */
export function chooseShown<State extends SessionState>(before: SessionState, state: State): State {
  const kept = state.notices.filter((notice) => holds(notice, state));
  const all: readonly Notice[] = [
    stopTrouble(state),
    bluetoothLost(state, kept),
    permissionLost(state),
    ...kept,
  ].filter((notice) => notice !== null);
  const gravest = all.reduce<Notice | null>(
    (most, notice) => (most === null || mayReplace(notice, most) ? notice : most),
    null,
  );
  const notice = gravest && before.notice && isSame(gravest, before.notice) ? before.notice : gravest;
  if (kept.length === state.notices.length && notice === state.notice) return state;
  return { ...state, notices: kept, notice };
}
