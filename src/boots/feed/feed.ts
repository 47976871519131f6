/**
 * Keeps one peripheral fed with keyframes through a session, one batch at a time, so that a Stop waits for one batch at most. By
 * default, each status makes the feeder look whether a batch is due, because a hidden tab does not throttle notifications, and so does
 * a timer, in case the boots are silent.
 */

import {
  catchError,
  concatMap,
  defer,
  filter,
  ignoreElements,
  interval,
  map,
  merge,
  mergeMap,
  type Observable,
  type ObservableInput,
  of,
  type SchedulerLike,
  Subject,
  scan,
  takeWhile,
  tap,
} from 'rxjs';
import { type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import type { Batch } from '../../../firmware-protocol/timeline.ts';
import { inTurn } from '../../clock/in-turn.ts';
import {
  type FeedInput,
  type Feeding,
  type FeedReport,
  type FeedRequest,
  type FeedStep,
  feeding,
  initialFeeding,
} from './feeding.ts';
import type { FeedRules } from './send-queue.ts';

export interface FeedOptions {
  readonly status: Observable<Status>;
  readonly asks: Observable<FeedRequest>;
  /** Writes a batch. An error means that the batch cannot be encoded; it is not tried again. */
  readonly write: (batch: Batch) => ObservableInput<{ readonly ok: boolean }>;
  readonly rules: () => FeedRules;
  readonly scheduler: SchedulerLike;
  /** Each emission makes the feeder look whether a batch is to be written. By default each status and a timer do so. */
  readonly wake?: Observable<unknown> | undefined;
}

const LOOK_PERIOD: Milliseconds = milliseconds(500);

const look: FeedInput = { kind: 'look' };
const over = { kind: 'over' } as const;

/**
 * Feeds boots through one session, until the session ends, another controller has it, or an `end` request arrives. A write
 * that fails does not make the observable fail.
 */
export function feed({ status, asks, write, rules, scheduler, wake }: FeedOptions): Observable<FeedReport> {
  return defer(() => {
    const written = new Subject<FeedInput>();
    const statuses = status.pipe(
      concatMap((now): FeedInput[] => {
        const news: FeedInput = { kind: 'status', status: now };
        return wake ? [news] : [news, look];
      }),
    );
    const woken = (wake ?? interval(LOOK_PERIOD, scheduler)).pipe(map(() => look));
    const writing = (batch: Batch): Observable<never> =>
      defer(() => write(batch)).pipe(
        map(({ ok }): FeedInput => ({ kind: 'written', ok })),
        catchError(() => of<FeedInput>({ kind: 'unwritable' })),
        tap((end) => written.next(end)),
        ignoreElements(),
      );
    const first: FeedStep = { state: initialFeeding(scheduler.now()), write: null, reports: [] };
    return merge(statuses, asks, woken, written).pipe(
      inTurn(),
      scan(({ state }, event) => feeding(state, event, { now: scheduler.now(), rules: rules() }), first),
      filter(({ state, write, reports }) => write !== null || reports.length > 0 || isOver(state)),
      mergeMap(({ state, write: batch, reports }) => {
        const outcomes = isOver(state) ? [...reports, over] : reports;
        return batch ? merge(writing(batch), outcomes) : outcomes;
      }),
      takeWhile((outcome): outcome is FeedReport => outcome !== over),
    );
  });
}

const isOver = ({ kind }: Feeding): boolean => kind === 'over';
