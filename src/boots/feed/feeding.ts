/**
 * Decides what to write to one peripheral, as a pure state machine: from a state and an event to the next state, a batch to
 * write and outcomes to report. The end of a write is an event too.
 */

import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Status, TimelineRefusal } from '../../../firmware-protocol/status.ts';
import type { Batch } from '../../../firmware-protocol/timeline.ts';
import type { Cut, CutOutcome } from '../cut.ts';
import { isPrepared } from '../is-prepared.ts';
import {
  adoptedQueue,
  emptyQueue,
  type FeedRules,
  hasReplace,
  isCutAccepted,
  nextBatch,
  rewind,
  type SendQueue,
  withCut,
  withoutAccepted,
  withoutReclaim,
  withoutUnsent,
} from './send-queue.ts';

/** If, for longer than this, the boots accept none of the batches sent, those batches are written again. */
const RESEND_AFTER: Milliseconds = milliseconds(1500);

const worthRetrying: readonly TimelineRefusal[] = ['crc', 'length', 'number', 'noRoom'];

/** `id` identifies the cut in reports. */
export type FeedRequest =
  | { readonly kind: 'cut'; readonly id: number; readonly cut: Cut }
  | {
      readonly kind: 'adopt';
      readonly id: number;
      readonly script: readonly Keyframe[];
      readonly held: Status;
      readonly isCertain: boolean;
    }
  | { readonly kind: 'end' };

export type FeedInput =
  | FeedRequest
  | { readonly kind: 'status'; readonly status: Status }
  /** Nothing has happened, but a batch may be due. */
  | { readonly kind: 'look' }
  | { readonly kind: 'written'; readonly ok: boolean }
  | { readonly kind: 'unwritable' };

export interface Moment {
  readonly now: number;
  readonly rules: FeedRules;
}

interface FeedFacts {
  readonly status: Status | null;
  readonly heardAt: number;
  readonly queue: SendQueue;
  /** The latest cut; null = none yet, or its final outcome has been reported. */
  readonly cut: { readonly id: number; readonly inForce: boolean } | null;
  /** When the wait for an acceptance began: at the last acceptance, the first write after that, or the last resend. */
  readonly progressAt: number;
  readonly seenRefusal: string;
}
type FeedingOn = FeedFacts &
  ({ readonly kind: 'idle' } | { readonly kind: 'writing'; readonly batch: Batch });
/** `over`: the boots' session has ended, another controller has it, or an `end` request came, for example because of Stop. */
export type Feeding = FeedingOn | { readonly kind: 'over' };

/** `added`: the cut replaces nothing that was sent before, so the boots cannot play anything else in its place. */
export type FeedOutcome = CutOutcome | { readonly kind: 'added' };

export interface FeedReport {
  readonly id: number;
  readonly outcome: FeedOutcome;
}

export interface FeedStep {
  readonly state: Feeding;
  readonly write: Batch | null;
  readonly reports: readonly FeedReport[];
}

const feedStep = (
  state: Feeding,
  reports: readonly FeedReport[] = [],
  write: Batch | null = null,
): FeedStep => ({
  state,
  write,
  reports,
});

/** The state for boots that have just been prepared, which hold nothing and number batches from 1. */
export const initialFeeding = (now: number): Feeding => ({
  kind: 'idle',
  status: null,
  heardAt: now,
  queue: emptyQueue(1),
  cut: null,
  progressAt: now,
  seenRefusal: '',
});

export function feeding(state: Feeding, event: FeedInput, moment: Moment): FeedStep {
  if (state.kind === 'over') return feedStep(state);
  switch (event.kind) {
    case 'status':
      return onStatus(state, event.status, moment);
    case 'look':
      return look(state, moment);
    case 'cut':
      return cut(state, event.id, event.cut, moment);
    case 'adopt': {
      const { id, script, held, isCertain } = event;
      const before = adoptedQueue(script, held);
      const queue = isCertain ? before : withoutUnsent(before, held.nextBatch);
      const adopted = { ...idle(state), status: held, heardAt: moment.now, queue };
      const begun = { ...adopted, cut: { id, inForce: true }, seenRefusal: refusalOf(held) };
      return andLook(feedStep(begun, report({ id }, { kind: 'inForce' })), moment);
    }
    case 'end':
      return feedStep({ kind: 'over' }, report(state.cut, { kind: 'superseded' }));
    case 'written':
      // A batch whose write failed may have arrived all the same. If the boots do not accept it in time, it is written again.
      return event.ok ? look(idle(state), moment) : feedStep(idle(state));
    case 'unwritable':
      return onUnwritable(state);
  }
}

const idle = (state: FeedingOn): FeedingOn => ({ ...factsOf(state), kind: 'idle' });

const factsOf = ({ status, heardAt, queue, cut, progressAt, seenRefusal }: FeedingOn): FeedFacts => ({
  status,
  heardAt,
  queue,
  cut,
  progressAt,
  seenRefusal,
});

const report = (cut: { readonly id: number } | null, outcome: FeedOutcome): readonly FeedReport[] =>
  cut ? [{ id: cut.id, outcome }] : [];

/** Identifies a refusal, so that each is handled once: every status repeats the last refusal until there is another. */
const refusalOf = ({ refusal, refusedBatch }: Status): string => `${refusal} ${refusedBatch}`;

/** Whether the boots have dropped all that they held: they were prepared and are not any more, or they rebooted. */
const isOver = (before: Status, now: Status): boolean =>
  before.bootCount !== now.bootCount || (isPrepared(before) && !isPrepared(now));

const isAnothers = ({ therapy, holder }: Status, token: number): boolean =>
  therapy !== 'stopped' && holder !== 0 && holder !== (token & 0xffff);

function onStatus(state: FeedingOn, status: Status, { now, rules }: Moment): FeedStep {
  if ((state.status && isOver(state.status, status)) || isAnothers(status, rules.token)) {
    return feedStep({ kind: 'over' });
  }
  const queue = withoutAccepted(state.queue, status.nextBatch);
  const progressAt = queue === state.queue ? state.progressAt : now;
  const next: FeedingOn = { ...state, status, heardAt: now, queue, progressAt };
  const { cut } = state;
  if (!cut || cut.inForce || !isCutAccepted(queue)) return onRefusal(next, status);
  const taken = { ...next, cut: { ...cut, inForce: true } };
  return andThen(feedStep(taken, report(cut, { kind: 'inForce' })), (after) => onRefusal(after, status));
}

function onRefusal(state: FeedingOn, status: Status): FeedStep {
  const { refusal, refusedBatch } = status;
  if (refusal === 'none' || refusalOf(status) === state.seenRefusal) return feedStep(state);
  const seen: FeedingOn = { ...state, seenRefusal: refusalOf(status) };
  if (!seen.queue.sent.some(({ number }) => number === refusedBatch)) return feedStep(seen);
  if (worthRetrying.includes(refusal)) {
    const back = rewind(seen.queue, status.nextBatch);
    return feedStep({ ...seen, queue: refusal === 'noRoom' ? withoutReclaim(back) : back });
  }
  return givenUp(
    seen,
    status.nextBatch,
    refusal === 'late' ? { kind: 'late' } : { kind: 'refused', reason: refusal },
  );
}

/** Gives up the current cut; nothing more is sent until the next cut. @param number number of the next batch */
const givenUp = (state: FeedingOn, number: number, outcome: FeedOutcome): FeedStep =>
  feedStep({ ...state, queue: withoutUnsent(state.queue, number), cut: null }, report(state.cut, outcome));

function onUnwritable(state: FeedingOn): FeedStep {
  const number = state.kind === 'writing' ? state.batch.number : state.queue.number;
  return givenUp(idle(state), number, { kind: 'refused', reason: 'invalid' });
}

function cut(state: FeedingOn, id: number, cut: Cut, moment: Moment): FeedStep {
  const queue = withCut(state.queue, cut);
  const seenRefusal = state.status ? refusalOf(state.status) : '';
  const next: FeedingOn = { ...state, queue, seenRefusal, cut: { id, inForce: false } };
  const added = hasReplace(queue) ? [] : report({ id }, { kind: 'added' });
  return andLook(feedStep(next, [...report(state.cut, { kind: 'superseded' }), ...added]), moment);
}

function look(state: FeedingOn, moment: Moment): FeedStep {
  const { status } = state;
  if (state.kind !== 'idle' || !status) return feedStep(state);
  if (state.queue.sent.length === 0 || moment.now - state.progressAt <= RESEND_AFTER) {
    return write(state, status, moment);
  }
  // After this long without progress, even a refusal that was handled before is handled again.
  const anew: FeedingOn = { ...state, progressAt: moment.now, seenRefusal: '' };
  const again = andThen(onRefusal(anew, status), (after) =>
    feedStep({ ...after, queue: rewind(after.queue, status.nextBatch) }),
  );
  return andThen(again, (after) => write(after, status, moment));
}

function write(state: FeedingOn, status: Status, { now, rules }: Moment): FeedStep {
  const since = status.operation === 'playing' ? now - state.heardAt : 0;
  const next = nextBatch(state.queue, status, milliseconds(status.playhead + since), rules);
  if (!next) return feedStep(state);
  const progressAt = state.queue.sent.length === 0 ? now : state.progressAt;
  const { batch, queue } = next;
  return feedStep({ ...factsOf(state), kind: 'writing', batch, queue, progressAt }, [], batch);
}

function andThen(first: FeedStep, next: (state: FeedingOn) => FeedStep): FeedStep {
  if (first.state.kind === 'over') return first;
  const second = next(first.state);
  return feedStep(second.state, [...first.reports, ...second.reports], second.write ?? first.write);
}

const andLook = (first: FeedStep, moment: Moment): FeedStep => andThen(first, (state) => look(state, moment));
