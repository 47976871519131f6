/**
 * The scheduler: generates the pressure-gradient pulse pattern of a running program, cycle by cycle, from what the person wants,
 * what the air taught and what the boots report. Begin here: this file is the stream, schedule.ts the pure core, plan.ts what it
 * knows, event.ts what goes in and out.
 *
 * Wake-ups and due times are apart: events and `wake` only say "look now"; what is due lies on the boots' playhead.
 */

import { map, merge, type Observable, scan } from 'rxjs';
import type { Instant } from '../../firmware-protocol/quantities.ts';
import type { Scheduled, SchedulerEvent, Timed } from './event.ts';
import type { Plan } from './plan.ts';
import { schedule } from './schedule.ts';

export interface SchedulerOptions {
  readonly plan: Plan;
  /** Settings, reports and what became of cuts, in their order. */
  readonly events: Observable<SchedulerEvent>;
  /** Says "look now" while nothing else does; its values mean nothing. */
  readonly wake: Observable<unknown>;
  readonly now: () => Instant;
  /** The core; another one only to see what a failing one leads to. */
  readonly reduce?: (plan: Plan, event: Timed<SchedulerEvent>) => Scheduled;
}

/**
 * One result for each event. Cold: each subscription runs the plan anew. A core that throws leads to the order to end, with the
 * plan as it was, and the stream goes on; it completes with its inputs.
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
    map((event): Timed<SchedulerEvent> => ({ ...event, now: now() })),
    scan((before, event) => safely(reduce, before.plan, event), initial),
  );
}

function safely(
  reduce: (plan: Plan, event: Timed<SchedulerEvent>) => Scheduled,
  plan: Plan,
  event: Timed<SchedulerEvent>,
): Scheduled {
  try {
    return reduce(plan, event);
  } catch (error) {
    return { plan, orders: [{ kind: 'end', why: { kind: 'failed', error } }], notices: [] };
  }
}
