/**
 * The scheduler generates the pressure-gradient pulse pattern of a running program: it decides which cycle comes when. This file is its
 * stream, schedule.ts its pure core, plan.ts its state, event.ts its inputs and outputs; timeline/cycle shapes each cycle.
 */

import { map, merge, type Observable, scan } from 'rxjs';
import type { Instant } from '../../firmware-protocol/quantities.ts';
import type { Scheduled, SchedulerEvent } from './event.ts';
import type { Plan } from './plan.ts';
import { schedule } from './schedule.ts';

export interface SchedulerOptions {
  readonly plan: Plan;
  readonly events: Observable<SchedulerEvent>;
  /** Makes the scheduler check what is due while no event comes. Its values are ignored. */
  readonly wake: Observable<unknown>;
  readonly now: () => Instant;
  readonly reduce?: typeof schedule;
}

/**
 * Emits one result for each event and each wake-up. Each subscription starts from the initial plan. If the core throws, the plan stays, the
 * result is an order to end, and the stream goes on.
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
