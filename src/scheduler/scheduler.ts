/**
 * The scheduler: generates the pressure-gradient pulse pattern of a running program, cycle by cycle, from the settings, the estimate of
 * the air and the boots' reports. It decides which cycle comes when; timeline/cycle/compose.ts makes the keyframes of each cycle.
 *
 * Begin here: this file is the stream, schedule.ts the pure core, plan.ts its state, event.ts its inputs and outputs. The core decides
 * what is due by the boots' playhead, never by when it was woken.
 */

import { map, merge, type Observable, scan } from 'rxjs';
import type { Instant } from '../../firmware-protocol/quantities.ts';
import type { Scheduled, SchedulerEvent } from './event.ts';
import type { Plan } from './plan.ts';
import { schedule } from './schedule.ts';

export interface SchedulerOptions {
  readonly plan: Plan;
  /** What the core is told, in order: the settings wanted, the boots' reports, the outcomes of cuts and the like. */
  readonly events: Observable<SchedulerEvent>;
  /** Makes the scheduler check what is due while no event comes. Its values are ignored. */
  readonly wake: Observable<unknown>;
  readonly now: () => Instant;
  readonly reduce?: typeof schedule;
}

/**
 * Emits one result for each event and each wake-up. Cold: each subscription starts from the initial plan. If the core throws, the plan stays as
 * it was, the result is an order to end, and the stream goes on. It completes when both inputs have completed.
 */
export function scheduler({
  plan,
  events,
  wake,
  now,
  reduce = schedule,
}: SchedulerOptions): Observable<Scheduled> {
  const initial: Scheduled = { plan, orders: [], notices: [] };
  return merge(events, wake.pipe(map((): SchedulerEvent => ({ kind: 'wake' })))).pipe(
    scan((before, event) => safely(reduce, before.plan, event, now()), initial),
  );
}

function safely(reduce: typeof schedule, plan: Plan, event: SchedulerEvent, now: Instant): Scheduled {
  try {
    return reduce(plan, event, now);
  } catch (error) {
    return { plan, orders: [{ kind: 'end', why: { kind: 'failed', error } }], notices: [] };
  }
}
