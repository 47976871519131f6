/**
 * Keeps one peripheral fed with keyframes for the length of a session. The boots' status notifications wake
 * it, because a hidden tab does not throttle those; a ticker wakes it when they are silent. It writes one
 * batch at a time, so that a Stop never queues behind more than one.
 */

import {
  catchError,
  concatMap,
  defer,
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
  begun,
  type FeedInput,
  type Feeding,
  type FeedRequest,
  type FeedStep,
  feeding,
  type Report,
} from './feeding.ts';
import type { LeadRules } from './lead.ts';

export interface FeedOptions {
  /** Replays the latest status, then emits each new one. */
  readonly status: Observable<Status>;
  readonly asks: Observable<FeedRequest>;
  /** An error means the batch cannot be encoded; it is not retried. */
  readonly write: (batch: Batch) => ObservableInput<{ readonly ok: boolean }>;
  readonly rules: () => LeadRules;
  readonly scheduler: SchedulerLike;
  /** Triggers a look at what is due. By default: each status, and a timer when the boots are silent. */
  readonly wake?: Observable<unknown> | undefined;
}

/** How often to look when nothing else wakes the feeder. */
const TICK: Milliseconds = milliseconds(500);

const look: FeedInput = { kind: 'look' };
const over = { kind: 'over' } as const;

/**
 * Feeds boots that have just been prepared, until their session ends or an `end` request arrives. Never
 * errors.
 */
export function feed({ status, asks, write, rules, scheduler, wake }: FeedOptions): Observable<Report> {
  return defer(() => {
    const written = new Subject<FeedInput>();
    const statuses = status.pipe(
      concatMap((now): FeedInput[] => {
        const news: FeedInput = { kind: 'status', status: now };
        return wake ? [news] : [news, look];
      }),
    );
    const woken = (wake ?? interval(TICK, scheduler)).pipe(map(() => look));
    const writing = (batch: Batch): Observable<never> =>
      defer(() => write(batch)).pipe(
        map(({ ok }): FeedInput => ({ kind: 'written', ok })),
        catchError(() => of<FeedInput>({ kind: 'unwritable' })),
        tap((end) => written.next(end)),
        ignoreElements(),
      );
    const first: FeedStep = { state: begun(scheduler.now()), write: null, reports: [] };
    return merge(statuses, asks, woken, written).pipe(
      inTurn(),
      map((event) => ({ ...event, now: scheduler.now(), rules: rules() })),
      scan(({ state }, event) => feeding(state, event), first),
      mergeMap(({ state, write: batch, reports }) => {
        const outcomes = isOver(state) ? [...reports, over] : reports;
        return batch ? merge(writing(batch), outcomes) : outcomes;
      }),
      takeWhile((outcome): outcome is Report => outcome !== over),
    );
  });
}

const isOver = ({ kind }: Feeding): boolean => kind === 'over';
