/**
 * How one peripheral is fed: (state, event) to (state, a batch to write, what is told of the cut). Pure. At most one batch is
 * being written; that its write has ended is an event like any other.
 */

import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Status, TimelineRefusal } from '../../../firmware-protocol/status.ts';
import type { Batch } from '../../../firmware-protocol/timeline.ts';
import type { Cut, Played } from '../cut.ts';
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

/** What was written and not taken for this long is written again. */
const PATIENCE: Milliseconds = milliseconds(1500);

const worthAnotherTry: readonly TimelineRefusal[] = ['crc', 'length', 'number', 'noRoom'];

/** What is asked of the feeder. @param id of a cut, by which what is told of it is known */
export type Ask =
  | { readonly kind: 'cut'; readonly id: number; readonly cut: Cut }
  | {
      readonly kind: 'adopt';
      readonly id: number;
      readonly script: readonly Keyframe[];
      readonly held: Status;
    }
  /** Nothing more is to be written in this session. */
  | { readonly kind: 'end' };

export type Happening =
  | Ask
  | { readonly kind: 'status'; readonly status: Status }
  /** A wake-up: it only says "look now". */
  | { readonly kind: 'look' }
  | { readonly kind: 'written'; readonly ok: boolean }
  /** The batch cannot be put into bytes. */
  | { readonly kind: 'unwritable' };

/** What holds at the moment at which an event is heard of. */
interface Moment {
  readonly now: number;
  readonly rules: LeadRules;
}
export type FeedEvent = Happening & Moment;

interface Known {
  readonly status: Status | null;
  readonly heardAt: number;
  readonly lead: Lead;
  /** The last cut; null once there is nothing more to be told of it. */
  readonly cut: { readonly id: number; readonly inForce: boolean } | null;
  /** When the boots last took something. */
  readonly progressAt: number;
  readonly seenRefusal: string;
}
type On = Known & ({ readonly kind: 'idle' } | { readonly kind: 'writing'; readonly batch: Batch });
/** Over: the boots' session is, or Stop was asked for. */
export type Feeding = On | { readonly kind: 'over' };

/** *Added*: it replaces nothing that the boots were sent, so that they cannot play anything else. */
export type Told = Played | { readonly kind: 'added' };

export interface Report {
  readonly id: number;
  readonly told: Told;
}

export interface Turn {
  readonly state: Feeding;
  readonly write: Batch | null;
  readonly reports: readonly Report[];
}

const turn = (state: Feeding, reports: readonly Report[] = [], write: Batch | null = null): Turn => ({
  state,
  write,
  reports,
});

/** Of boots that have just been prepared: they hold nothing, and count batches from 1. */
export const begun = (now: number): Feeding => ({
  kind: 'idle',
  status: null,
  heardAt: now,
  lead: nothingSent(1),
  cut: null,
  progressAt: now,
  seenRefusal: '',
});

export function feeding(state: Feeding, event: FeedEvent): Turn {
  if (state.kind === 'over') return turn(state);
  switch (event.kind) {
    case 'status':
      return heard(state, event.status, event);
    case 'look':
      return look(state, event);
    case 'cut':
      return cut(state, event.id, event.cut, event);
    case 'adopt': {
      const { id, script, held } = event;
      const known = { ...idle(state), status: held, heardAt: event.now, lead: adopted(script, held) };
      const begun = { ...known, cut: { id, inForce: true }, seenRefusal: refusalOf(held) };
      return andLook(turn(begun, tell({ id }, { kind: 'inForce' })), event);
    }
    case 'end':
      return turn({ kind: 'over' }, tell(state.cut, { kind: 'superseded' }));
    case 'written':
      // What was not written, or may not have been, is so again once it is not taken in time.
      return event.ok ? look(idle(state), event) : turn(idle(state));
    case 'unwritable':
      return unwritable(state);
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

const tell = (cut: { readonly id: number } | null, told: Told): readonly Report[] =>
  cut ? [{ id: cut.id, told }] : [];

/** The same refusal of the same number reads as the one before. */
const refusalOf = ({ refusal, refusedBatch }: Status): string => `${refusal} ${refusedBatch}`;

/** Boots that were prepared and no longer are, or that began afresh, have dropped all that they held. */
const isOver = (before: Status, now: Status): boolean =>
  before.bootCount !== now.bootCount || (isPrepared(before) && !isPrepared(now));

const isAnothers = ({ therapy, holder }: Status, token: number): boolean =>
  therapy !== 'stopped' && holder !== 0 && holder !== (token & 0xffff);

function heard(state: On, status: Status, { now, rules }: Moment): Turn {
  if ((state.status && isOver(state.status, status)) || isAnothers(status, rules.token)) {
    return turn({ kind: 'over' });
  }
  const lead = acknowledged(state.lead, status.nextBatch);
  const progressAt = lead === state.lead ? state.progressAt : now;
  const next: On = { ...state, status, heardAt: now, lead, progressAt };
  const { cut } = state;
  if (!cut || cut.inForce || !cutTaken(lead)) return hearRefusal(next, status);
  const taken = { ...next, cut: { ...cut, inForce: true } };
  return andThen(turn(taken, tell(cut, { kind: 'inForce' })), (after) => hearRefusal(after, status));
}

function hearRefusal(state: On, status: Status): Turn {
  const { refusal, refusedBatch } = status;
  if (refusal === 'none' || refusalOf(status) === state.seenRefusal) return turn(state);
  const seen: On = { ...state, seenRefusal: refusalOf(status) };
  if (!seen.lead.sent.some(({ number }) => number === refusedBatch)) return turn(seen);
  if (worthAnotherTry.includes(refusal)) {
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
const givenUp = (state: On, number: number, told: Told): Turn =>
  turn({ ...state, lead: cutMissed(state.lead, number), cut: null }, tell(state.cut, told));

function unwritable(state: On): Turn {
  const number = state.kind === 'writing' ? state.batch.number : state.lead.number;
  return givenUp(idle(state), number, { kind: 'refused', reason: 'invalid' });
}

function cut(state: On, id: number, cut: Cut, moment: Moment): Turn {
  const lead = cutLead(state.lead, cut);
  const seenRefusal = state.status ? refusalOf(state.status) : '';
  const next: On = { ...state, lead, seenRefusal, cut: { id, inForce: false } };
  const added = replaces(lead) ? [] : tell({ id }, { kind: 'added' });
  return andLook(turn(next, [...tell(state.cut, { kind: 'superseded' }), ...added]), moment);
}

function look(state: On, moment: Moment): Turn {
  const { status } = state;
  if (state.kind !== 'idle' || !status) return turn(state);
  if (state.lead.sent.length === 0 || moment.now - state.progressAt <= PATIENCE) {
    return write(state, status, moment);
  }
  // After this long the same refusal of the same number is a new one.
  const anew: On = { ...state, progressAt: moment.now, seenRefusal: '' };
  const again = andThen(hearRefusal(anew, status), (after) =>
    turn({ ...after, lead: rewound(after.lead, status.nextBatch) }),
  );
  return andThen(again, (after) => write(after, status, moment));
}

function write(state: On, status: Status, { now, rules }: Moment): Turn {
  const since = status.operation === 'playing' ? now - state.heardAt : 0;
  const next = nextBatch(state.lead, status, milliseconds(status.playhead + since), rules);
  if (!next) return turn(state);
  const progressAt = state.lead.sent.length === 0 ? now : state.progressAt;
  const { batch, lead } = next;
  return turn({ ...known(state), kind: 'writing', batch, lead, progressAt }, [], batch);
}

function andThen(first: Turn, next: (state: On) => Turn): Turn {
  if (first.state.kind === 'over') return first;
  const second = next(first.state);
  return turn(second.state, [...first.reports, ...second.reports], second.write ?? first.write);
}

const andLook = (first: Turn, moment: Moment): Turn => andThen(first, (state) => look(state, moment));
