/**
 * The feeder as a pure state machine: (state, event) -> (state, batch to write, outcomes to report). At most
 * one batch is being written; the end of a write is an event like any other.
 */

import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Status, TimelineRefusal } from '../../../firmware-protocol/status.ts';
import type { Batch } from '../../../firmware-protocol/timeline.ts';
import type { Cut, CutOutcome } from '../cut.ts';
import { isPrepared } from '../is-prepared.ts';
import {
  acknowledged,
  adopted,
  cramped,
  cutLead,
  cutMissed,
  cutTaken,
  type Lead,
  type LeadRules,
  nextBatch,
  nothingSent,
  replaces,
  rewound,
} from './lead.ts';

/** A batch that the boots have not accepted within this time is written again. */
const RESEND_AFTER: Milliseconds = milliseconds(1500);

const worthRetrying: readonly TimelineRefusal[] = ['crc', 'length', 'number', 'noRoom'];

/** A request to the feeder. @param id identifies the cut in reports */
export type FeedRequest =
  | { readonly kind: 'cut'; readonly id: number; readonly cut: Cut }
  | {
      readonly kind: 'adopt';
      readonly id: number;
      readonly script: readonly Keyframe[];
      readonly held: Status;
      readonly isCertain: boolean;
    }
  /** Write nothing more in this session. */
  | { readonly kind: 'end' };

export type FeedInput =
  | FeedRequest
  | { readonly kind: 'status'; readonly status: Status }
  /** A wake-up: carries nothing, only means "look at what is due". */
  | { readonly kind: 'look' }
  | { readonly kind: 'written'; readonly ok: boolean }
  /** The batch could not be encoded. */
  | { readonly kind: 'unwritable' };

/** What is true at the moment an event is handled. */
interface Moment {
  readonly now: number;
  readonly rules: LeadRules;
}
export type FeedEvent = FeedInput & Moment;

interface Known {
  readonly status: Status | null;
  readonly heardAt: number;
  readonly lead: Lead;
  /** The latest cut; null once its final outcome has been reported. */
  readonly cut: { readonly id: number; readonly inForce: boolean } | null;
  /** When the boots last accepted something. */
  readonly progressAt: number;
  readonly seenRefusal: string;
}
type On = Known & ({ readonly kind: 'idle' } | { readonly kind: 'writing'; readonly batch: Batch });
/** Over: the boots' session has ended, or Stop was requested. */
export type Feeding = On | { readonly kind: 'over' };

/**
 * *Added*: the cut replaces nothing that was sent before, so the boots cannot play anything else in its
 * place.
 */
export type FeedOutcome = CutOutcome | { readonly kind: 'added' };

export interface Report {
  readonly id: number;
  readonly outcome: FeedOutcome;
}

export interface FeedStep {
  readonly state: Feeding;
  readonly write: Batch | null;
  readonly reports: readonly Report[];
}

const turn = (state: Feeding, reports: readonly Report[] = [], write: Batch | null = null): FeedStep => ({
  state,
  write,
  reports,
});

/** The state for boots that have just been prepared: they hold nothing and number batches from 1. */
export const begun = (now: number): Feeding => ({
  kind: 'idle',
  status: null,
  heardAt: now,
  lead: nothingSent(1),
  cut: null,
  progressAt: now,
  seenRefusal: '',
});

export function feeding(state: Feeding, event: FeedEvent): FeedStep {
  if (state.kind === 'over') return turn(state);
  switch (event.kind) {
    case 'status':
      return onStatus(state, event.status, event);
    case 'look':
      return look(state, event);
    case 'cut':
      return cut(state, event.id, event.cut, event);
    case 'adopt': {
      const { id, script, held, isCertain } = event;
      const before = adopted(script, held);
      const lead = isCertain ? before : cutMissed(before, held.nextBatch);
      const known = { ...idle(state), status: held, heardAt: event.now, lead };
      const begun = { ...known, cut: { id, inForce: true }, seenRefusal: refusalOf(held) };
      return andLook(turn(begun, report({ id }, { kind: 'inForce' })), event);
    }
    case 'end':
      return turn({ kind: 'over' }, report(state.cut, { kind: 'superseded' }));
    case 'written':
      // A write that failed may still have arrived; if the boots do not accept it in time, it is sent
      // again.
      return event.ok ? look(idle(state), event) : turn(idle(state));
    case 'unwritable':
      return onUnwritable(state);
  }
}

const idle = (state: On): On => ({ ...known(state), kind: 'idle' });

const known = ({ status, heardAt, lead, cut, progressAt, seenRefusal }: On): Known => ({
  status,
  heardAt,
  lead,
  cut,
  progressAt,
  seenRefusal,
});

const report = (cut: { readonly id: number } | null, outcome: FeedOutcome): readonly Report[] =>
  cut ? [{ id: cut.id, outcome }] : [];

/** The status repeats the last refusal until the next one; this identifies the refusal already handled. */
const refusalOf = ({ refusal, refusedBatch }: Status): string => `${refusal} ${refusedBatch}`;

/** Boots that were prepared and no longer are, or that rebooted, have dropped everything they held. */
const isOver = (before: Status, now: Status): boolean =>
  before.bootCount !== now.bootCount || (isPrepared(before) && !isPrepared(now));

const isAnothers = ({ therapy, holder }: Status, token: number): boolean =>
  therapy !== 'stopped' && holder !== 0 && holder !== (token & 0xffff);

function onStatus(state: On, status: Status, { now, rules }: Moment): FeedStep {
  if ((state.status && isOver(state.status, status)) || isAnothers(status, rules.token)) {
    return turn({ kind: 'over' });
  }
  const lead = acknowledged(state.lead, status.nextBatch);
  const progressAt = lead === state.lead ? state.progressAt : now;
  const next: On = { ...state, status, heardAt: now, lead, progressAt };
  const { cut } = state;
  if (!cut || cut.inForce || !cutTaken(lead)) return onRefusal(next, status);
  const taken = { ...next, cut: { ...cut, inForce: true } };
  return andThen(turn(taken, report(cut, { kind: 'inForce' })), (after) => onRefusal(after, status));
}

function onRefusal(state: On, status: Status): FeedStep {
  const { refusal, refusedBatch } = status;
  if (refusal === 'none' || refusalOf(status) === state.seenRefusal) return turn(state);
  const seen: On = { ...state, seenRefusal: refusalOf(status) };
  if (!seen.lead.sent.some(({ number }) => number === refusedBatch)) return turn(seen);
  if (worthRetrying.includes(refusal)) {
    const back = rewound(seen.lead, status.nextBatch);
    return turn({ ...seen, lead: refusal === 'noRoom' ? cramped(back) : back });
  }
  return givenUp(
    seen,
    status.nextBatch,
    refusal === 'late' ? { kind: 'late' } : { kind: 'refused', reason: refusal },
  );
}

/** The boots keep what they hold until the next cut. */
const givenUp = (state: On, number: number, outcome: FeedOutcome): FeedStep =>
  turn({ ...state, lead: cutMissed(state.lead, number), cut: null }, report(state.cut, outcome));

function onUnwritable(state: On): FeedStep {
  const number = state.kind === 'writing' ? state.batch.number : state.lead.number;
  return givenUp(idle(state), number, { kind: 'refused', reason: 'invalid' });
}

function cut(state: On, id: number, cut: Cut, moment: Moment): FeedStep {
  const lead = cutLead(state.lead, cut);
  const seenRefusal = state.status ? refusalOf(state.status) : '';
  const next: On = { ...state, lead, seenRefusal, cut: { id, inForce: false } };
  const added = replaces(lead) ? [] : report({ id }, { kind: 'added' });
  return andLook(turn(next, [...report(state.cut, { kind: 'superseded' }), ...added]), moment);
}

function look(state: On, moment: Moment): FeedStep {
  const { status } = state;
  if (state.kind !== 'idle' || !status) return turn(state);
  if (state.lead.sent.length === 0 || moment.now - state.progressAt <= RESEND_AFTER) {
    return write(state, status, moment);
  }
  // After this long without progress, the same refusal counts as a new one.
  const anew: On = { ...state, progressAt: moment.now, seenRefusal: '' };
  const again = andThen(onRefusal(anew, status), (after) =>
    turn({ ...after, lead: rewound(after.lead, status.nextBatch) }),
  );
  return andThen(again, (after) => write(after, status, moment));
}

function write(state: On, status: Status, { now, rules }: Moment): FeedStep {
  const since = status.operation === 'playing' ? now - state.heardAt : 0;
  const next = nextBatch(state.lead, status, milliseconds(status.playhead + since), rules);
  if (!next) return turn(state);
  const progressAt = state.lead.sent.length === 0 ? now : state.progressAt;
  const { batch, lead } = next;
  return turn({ ...known(state), kind: 'writing', batch, lead, progressAt }, [], batch);
}

function andThen(first: FeedStep, next: (state: On) => FeedStep): FeedStep {
  if (first.state.kind === 'over') return first;
  const second = next(first.state);
  return turn(second.state, [...first.reports, ...second.reports], second.write ?? first.write);
}

const andLook = (first: FeedStep, moment: Moment): FeedStep => andThen(first, (state) => look(state, moment));
