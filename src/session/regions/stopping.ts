/**
 * The stages of a Stop, from the press until the air is out, and of an end by the boots themselves, from emptying on. One region of the
 * state, pure: reports and measurements go in, the stage comes out. emptying/watch-air.ts decides what follows.
 */

import { opCodes } from '../../../firmware-protocol/command.ts';
import { elapsed, type Instant } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import { region } from './region.ts';

/** In ms. */
export const UNCONFIRMED = 1000;
/** For this long after the boots obeyed, a status already on its way may still report the state before. */
const UNDER_WAY = 1000;
const AGAIN = { unheard: 300, heard: 1000 } as const;
/** With this many frames without an outcome no more are sent: they and the status reads would only queue. */
const MOST_UNDER_WAY = 3;

interface Known {
  /** A session had begun, so its end is reported. */
  readonly ran: boolean;
  /** The last frame, and how many have no outcome yet; null where the boots stopped by themselves and none was sent. */
  readonly sent: { readonly at: Instant; readonly underWay: number } | null;
}

interface Heard extends Known {
  /** When it was heard, or the boots stopped by themselves. */
  readonly since: Instant;
  /** The boots have reported since then that they have stopped. */
  readonly confirmed: boolean;
}

/** `zones`: those that do not vent, numbered as on the wire. */
interface Stuck extends Heard {
  readonly zones: readonly number[];
}

interface Waiting extends Known {
  /** When it was first requested. */
  readonly since: Instant;
}

export type Unheard =
  /** Sent. */
  | ({ readonly kind: 'asked' } & Waiting)
  /** Sent, and unconfirmed for so long that the person is told. */
  | ({ readonly kind: 'notHeard' } & Waiting);

export type Stopping =
  | { readonly kind: 'none' }
  | Unheard
  /** Confirmed: the air is on its way out, as far as is known. */
  | ({ readonly kind: 'emptying' } & Heard)
  /** The boots acknowledged Stop, but report that they play on. */
  | ({ readonly kind: 'disobeyed' } & Heard)
  /** Zones that do not fall, or are not empty after the longest time emptying takes. */
  | ({ readonly kind: 'notFalling' } & Stuck)
  | ({ readonly kind: 'notEmpty' } & Stuck);

/** A Stop, or an end, before the air is out. */
export type UnderWay = Exclude<Stopping, { kind: 'none' }>;
/** The air is on its way out, or should be. */
export type Venting = Exclude<UnderWay, Unheard>;

const stuckMoves = {
  'zones do not fall': 'notFalling',
  'zones are not empty': 'notEmpty',
} as const;
const endMoves = {
  'the air is out': 'none',
  'nothing more will be known': 'none',
  'the boots run': 'none',
  'the boots restarted': 'emptying',
} as const;

export const stopping = region<Stopping>()({
  none: { stop: 'asked', 'the boots are to be empty': 'emptying', 'the boots restarted': 'emptying' },
  asked: { 'not heard for a second': 'notHeard', heard: 'emptying', 'the boots restarted': 'emptying' },
  notHeard: { heard: 'emptying', 'the boots restarted': 'emptying' },
  emptying: {
    'they go on': 'disobeyed',
    'one of a pair does not confirm': 'notHeard',
    ...stuckMoves,
    ...endMoves,
  },
  disobeyed: {
    'they stopped': 'emptying',
    'one of a pair does not confirm': 'notHeard',
    ...stuckMoves,
    ...endMoves,
  },
  notFalling: {
    'all fall': 'emptying',
    'all fall, and they go on': 'disobeyed',
    'one of a pair does not confirm': 'notHeard',
    ...stuckMoves,
    ...endMoves,
  },
  notEmpty: {
    'all are empty': 'emptying',
    'all are empty, and they go on': 'disobeyed',
    'one of a pair does not confirm': 'notHeard',
    ...stuckMoves,
    ...endMoves,
  },
});

const nothing = { kind: 'none' } as const;

export const asked = (now: Instant, ran: boolean): UnderWay =>
  stopping.move(nothing, 'stop', { since: now, ran, sent: null });

/** The boots stopped by themselves. @param confirmed whether they report that they have stopped */
export const lettingGo = (now: Instant, ran: boolean, confirmed: boolean): UnderWay =>
  stopping.move(nothing, 'the boots are to be empty', { since: now, ran, sent: null, confirmed });

/** The boots restarted, and so they vent. @param ran whether a session had begun */
export const restarted = (from: Stopping, now: Instant, ran: boolean, confirmed: boolean): UnderWay =>
  stopping.move(from, 'the boots restarted', { since: now, ran, sent: null, confirmed });

export const isUnheard = (state: Stopping): state is Unheard =>
  state.kind === 'asked' || state.kind === 'notHeard';

/** Whether the boots stopped by themselves and nothing is wrong so far. */
export const endedByBoots = (state: Stopping): state is Extract<Stopping, { kind: 'emptying' }> =>
  state.kind === 'emptying' && state.sent === null;

/** One boot of a pair has not confirmed it. */
export function unanswered(state: UnderWay, now: Instant): UnderWay {
  switch (state.kind) {
    case 'asked':
      return stopping.move(state, 'not heard for a second', { ...state });
    case 'notHeard':
      return state;
    default:
      return stopping.move(state, 'one of a pair does not confirm', {
        since: now,
        ran: state.ran,
        sent: state.sent,
      });
  }
}

export const sent = <S extends UnderWay>(state: S, now: Instant): S => ({
  ...state,
  sent: { at: now, underWay: (state.sent?.underWay ?? 0) + 1 },
});

/** The outcome of a frame is known. */
export function settled(state: Stopping): Stopping {
  if (state.kind === 'none' || !state.sent) return state;
  const { at, underWay } = state.sent;
  return { ...state, sent: { at, underWay: Math.max(0, underWay - 1) } };
}

const heard = (state: Unheard, since: Instant, confirmed: boolean): UnderWay =>
  stopping.move(state, 'heard', { since, ran: state.ran, sent: state.sent, confirmed });

/** The boots acknowledge Stop. Where they did so before and played on, only their status counts. */
export const answered = (state: Stopping, now: Instant): Stopping =>
  isUnheard(state) ? heard(state, now, false) : state;

/** Whether the status shows that Stop was obeyed: it was the boots' last command, or they have been at rest for so long after it that no older one can move them. */
function hasHeard({ since }: Unheard, { lastOp, operation }: Status, now: Instant): boolean {
  if (lastOp === opCodes.stop) return true;
  const rests = operation !== 'preparing' && operation !== 'ready';
  return rests && elapsed(since, now) >= UNCONFIRMED;
}

/** The stage after a status report. */
export function reported(state: Stopping, status: Status, now: Instant): Stopping {
  const confirmed = status.therapy === 'stopped';
  switch (state.kind) {
    case 'none':
      return state;
    case 'asked':
    case 'notHeard':
      return confirmed && hasHeard(state, status, now) ? heard(state, now, true) : state;
    case 'emptying':
      if (confirmed || elapsed(state.since, now) < UNDER_WAY) return { ...state, confirmed };
      return stopping.move(state, 'they go on', { ...asHeard(state), confirmed });
    case 'disobeyed':
      return confirmed
        ? stopping.move(state, 'they stopped', { ...asHeard(state), since: now, confirmed })
        : state;
    case 'notFalling':
    case 'notEmpty':
      return state.confirmed === confirmed ? state : { ...state, confirmed };
  }
}

/** What stays known once Stop is confirmed, without the zones that did not vent. */
export const asHeard = ({ since, ran, sent, confirmed }: Heard): Heard => ({ since, ran, sent, confirmed });

/** Whether Stop is due again. */
export function isDue(state: UnderWay, now: Instant): boolean {
  if (state.kind === 'emptying') return false;
  const { sent: last } = state;
  if (!last) return true;
  const again = state.kind === 'notFalling' || state.kind === 'notEmpty' ? AGAIN.heard : AGAIN.unheard;
  return last.underWay < MOST_UNDER_WAY && elapsed(last.at, now) >= again;
}
