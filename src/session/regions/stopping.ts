/**
 * The stopping region of the state: the stages of a Stop, from the request until the air is out; if the boots stopped by themselves,
 * from emptying on. Pure.
 */

import { opCodes } from '../../../firmware-protocol/command.ts';
import { elapsed, type Instant } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import { region } from './region.ts';

/** Boots must confirm a Stop within this time, ms; after it, the person is told. */
export const CONFIRMED_WITHIN = 1000;
/** For this long after the boots obeyed, a status that was already on its way may still report the state before, ms. */
const STATUS_DELAY = 1000;
/**
 * Time between two Stops, ms. `heard`: while zones do not empty. `unheard`: while the boots have not heard the Stop, or have not obeyed
 * it.
 */
const REPEAT_INTERVAL = { unheard: 300, heard: 1000 } as const;
/** While this many Stop frames have no outcome, no more are sent: they would only queue, and delay the status reads behind them. */
const MOST_FRAMES_PENDING = 3;

interface StopFacts {
  /** Whether a session had begun, so that its end is reported. */
  readonly ran: boolean;
  /**
   * When the last Stop frame was sent, and how many have no outcome yet; null = none was sent, for example because the boots stopped or
   * restarted by themselves.
   */
  readonly sent: { readonly at: Instant; readonly underWay: number } | null;
}

interface HeardStop extends StopFacts {
  /** When the boots heard the Stop; without a Stop from this page, when the page began to watch the boots empty. */
  readonly since: Instant;
  /** Whether the boots report that they have stopped. */
  readonly confirmed: boolean;
}

/** `zones`: those that do not empty, numbered as on the wire; the one with the highest pressure so far comes first. */
interface StuckStop extends HeardStop {
  readonly zones: readonly number[];
}

interface UnheardStop extends StopFacts {
  /** When the Stop was first requested, or, if one boot of a pair did not confirm it in time, when that became known. */
  readonly since: Instant;
}

export type Unheard =
  /** Stop was sent, and it is not known yet whether the boots have heard it. */
  | ({ readonly kind: 'asked' } & UnheardStop)
  /** Stop was sent, and has not been confirmed for so long that the person is told. */
  | ({ readonly kind: 'notHeard' } & UnheardStop);

export type Stopping =
  | { readonly kind: 'none' }
  | Unheard
  /** The boots have heard the Stop, or have stopped or restarted by themselves. As far as is known, the air is going out. */
  | ({ readonly kind: 'emptying' } & HeardStop)
  /** The boots have acknowledged the Stop, but report that they play on. */
  | ({ readonly kind: 'disobeyed' } & HeardStop)
  /** Some zones do not fall, or are not empty after the longest time that emptying may take. */
  | ({ readonly kind: 'notFalling' } & StuckStop)
  | ({ readonly kind: 'notEmpty' } & StuckStop);

export type UnderWay = Exclude<Stopping, { kind: 'none' }>;
/** The air is going out, or should be. */
export type Venting = Exclude<UnderWay, Unheard>;

const stuckMoves = {
  'zones do not fall': 'notFalling',
  'zones are not empty': 'notEmpty',
} as const;
const endMoves = {
  'the air is out': 'none',
  'nothing more can be known': 'none',
  'the boots run': 'none',
  'the boots restarted': 'emptying',
} as const;

export const stopping = region<Stopping>()({
  none: {
    stop: 'asked',
    'the boots should be empty': 'emptying',
    'the boots restarted': 'emptying',
    'a boot was added': 'none',
  },
  asked: { 'not confirmed for a second': 'notHeard', heard: 'emptying', 'the boots restarted': 'emptying' },
  notHeard: { heard: 'emptying', 'the boots restarted': 'emptying' },
  emptying: {
    'the boots play on': 'disobeyed',
    'one boot of a pair does not confirm': 'notHeard',
    'a boot was added': 'none',
    ...stuckMoves,
    ...endMoves,
  },
  disobeyed: {
    'the boots stopped': 'emptying',
    'one boot of a pair does not confirm': 'notHeard',
    ...stuckMoves,
    ...endMoves,
  },
  notFalling: {
    'all zones fall': 'emptying',
    'all zones fall, but the boots play on': 'disobeyed',
    'one boot of a pair does not confirm': 'notHeard',
    ...stuckMoves,
    ...endMoves,
  },
  notEmpty: {
    'all zones are empty': 'emptying',
    'all zones are empty, but the boots play on': 'disobeyed',
    'one boot of a pair does not confirm': 'notHeard',
    ...stuckMoves,
    ...endMoves,
  },
});

const notStopping = { kind: 'none' } as const;

export const askToStop = (now: Instant, ran: boolean): UnderWay =>
  stopping.move(notStopping, 'stop', { since: now, ran, sent: null });

/** The stage of boots that should be empty without a Stop from this page. @param confirmed whether they report that they have stopped */
export const emptyByThemselves = (now: Instant, ran: boolean, confirmed: boolean): UnderWay =>
  stopping.move(notStopping, 'the boots should be empty', { since: now, ran, sent: null, confirmed });

/**
 * The boots vent after a restart. @param ran whether a session had begun @param confirmed whether the boots report that they have
 * stopped
 */
export const emptyAfterRestart = (from: Stopping, now: Instant, ran: boolean, confirmed: boolean): UnderWay =>
  stopping.move(from, 'the boots restarted', { since: now, ran, sent: null, confirmed });

export const isUnheard = (state: Stopping): state is Unheard =>
  state.kind === 'asked' || state.kind === 'notHeard';

/** Whether the boots stopped or restarted by themselves, and nothing has been wrong with their emptying so far. */
export const isEndedByBoots = (state: Stopping): state is Extract<Stopping, { kind: 'emptying' }> =>
  state.kind === 'emptying' && state.sent === null;

export const becomeNotHeard = (state: Extract<Stopping, { kind: 'asked' }>): UnderWay =>
  stopping.move(state, 'not confirmed for a second', { ...state });

export function onNotConfirmed(state: UnderWay, now: Instant): UnderWay {
  switch (state.kind) {
    case 'asked':
      return becomeNotHeard(state);
    case 'notHeard':
      return state;
    default:
      return stopping.move(state, 'one boot of a pair does not confirm', {
        since: now,
        ran: state.ran,
        sent: state.sent,
      });
  }
}

export const onStopSent = <S extends UnderWay>(state: S, now: Instant): S => ({
  ...state,
  sent: { at: now, underWay: (state.sent?.underWay ?? 0) + 1 },
});

/** Counts one Stop frame fewer without an outcome. */
export function onStopOutcome(state: Stopping): Stopping {
  if (state.kind === 'none' || !state.sent) return state;
  const { at, underWay } = state.sent;
  return { ...state, sent: { at, underWay: Math.max(0, underWay - 1) } };
}

const becomeHeard = (state: Unheard, since: Instant, confirmed: boolean): UnderWay =>
  stopping.move(state, 'heard', { since, ran: state.ran, sent: state.sent, confirmed });

/** Once the boots have heard a Stop, only their status counts. */
export const onStopAnswer = (state: Stopping, now: Instant): Stopping =>
  isUnheard(state) ? becomeHeard(state, now, false) : state;

/**
 * Whether the status of stopped boots shows that they heard the Stop: either Stop was their last command, or they are at rest so long
 * after the Stop that no older command can start them any more.
 */
function hasHeard({ since }: Unheard, { lastOp, operation }: Status, now: Instant): boolean {
  if (lastOp === opCodes.stop) return true;
  const rests = operation !== 'preparing' && operation !== 'ready';
  return rests && elapsed(since, now) >= CONFIRMED_WITHIN;
}

export function onStatusWhileStopping(state: Stopping, status: Status, now: Instant): Stopping {
  const confirmed = status.therapy === 'stopped';
  switch (state.kind) {
    case 'none':
      return state;
    case 'asked':
    case 'notHeard':
      return confirmed && hasHeard(state, status, now) ? becomeHeard(state, now, true) : state;
    case 'emptying':
      if (confirmed || elapsed(state.since, now) < STATUS_DELAY) return { ...state, confirmed };
      return stopping.move(state, 'the boots play on', { ...withoutZones(state), confirmed });
    case 'disobeyed':
      return confirmed
        ? stopping.move(state, 'the boots stopped', { ...withoutZones(state), since: now, confirmed })
        : state;
    case 'notFalling':
    case 'notEmpty':
      return state.confirmed === confirmed ? state : { ...state, confirmed };
  }
}

export const withoutZones = ({ since, ran, sent, confirmed }: HeardStop): HeardStop => ({
  since,
  ran,
  sent,
  confirmed,
});

export function isStopDue(state: UnderWay, now: Instant): boolean {
  if (state.kind === 'emptying') return false;
  const { sent: last } = state;
  if (!last) return true;
  const again =
    state.kind === 'notFalling' || state.kind === 'notEmpty'
      ? REPEAT_INTERVAL.heard
      : REPEAT_INTERVAL.unheard;
  return last.underWay < MOST_FRAMES_PENDING && elapsed(last.at, now) >= again;
}
