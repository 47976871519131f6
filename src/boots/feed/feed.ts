/**
 * Keeps the lead of one peripheral full while a session lasts. Woken by the boots' own status notifications, which a hidden tab
 * does not throttle, and by a ticker when they are silent; writes one batch at a time, so that Stop is always next.
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
import { type Ask, begun, type Feeding, feeding, type Happening, type Report, type Turn } from './feeding.ts';
import type { LeadRules } from './lead.ts';

export interface FeedOptions {
  /** The last status and every new one. */
  readonly status: Observable<Status>;
  readonly asks: Observable<Ask>;
  /** What throws or errs here cannot be put into bytes, and is not tried again. */
  readonly write: (batch: Batch) => ObservableInput<{ readonly ok: boolean }>;
  readonly rules: () => LeadRules;
  readonly scheduler: SchedulerLike;
  /** What makes it look; by default each status and, when the boots are silent, the scheduler. */
  readonly wake?: Observable<unknown> | undefined;
}

/** How often it looks when nothing else wakes it. */
const TICK: Milliseconds = milliseconds(500);

const look: Happening = { kind: 'look' };
const over = { kind: 'over' } as const;

/** Feeds boots that have just been prepared until their session is over or it is told to end; errs never. */
export function feed({ status, asks, write, rules, scheduler, wake }: FeedOptions): Observable<Report> {
  return defer(() => {
    const written = new Subject<Happening>();
    const heard = status.pipe(
      concatMap((now): Happening[] => {
        const news: Happening = { kind: 'status', status: now };
        return wake ? [news] : [news, look];
      }),
    );
    const woken = (wake ?? interval(TICK, scheduler)).pipe(map(() => look));
    const writing = (batch: Batch): Observable<never> =>
      defer(() => write(batch)).pipe(
        map(({ ok }): Happening => ({ kind: 'written', ok })),
        catchError(() => of<Happening>({ kind: 'unwritable' })),
        tap((end) => written.next(end)),
        ignoreElements(),
      );
    const first: Turn = { state: begun(scheduler.now()), write: null, reports: [] };
    return merge(heard, asks, woken, written).pipe(
      inTurn(),
      map((event) => ({ ...event, now: scheduler.now(), rules: rules() })),
      scan(({ state }, event) => feeding(state, event), first),
      mergeMap(({ state, write: batch, reports }) => {
        const told = isOver(state) ? [...reports, over] : reports;
        return batch ? merge(writing(batch), told) : told;
      }),
      takeWhile((told): told is Report => told !== over),
    );
  });
}

const isOver = ({ kind }: Feeding): boolean => kind === 'over';
