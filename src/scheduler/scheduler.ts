/**
 * The scheduler: generates the pressure-gradient pulse pattern of a running program, cycle by cycle, from the settings, the estimate of
 * the air and the boots' reports. It decides which cycle comes when; timeline/cycle/compose.ts makes the keyframes of each. Begin here: this file is the stream, schedule.ts the pure core, plan.ts its state, event.ts its
 * inputs and outputs.
 *
 * Wake-ups are separate from due times: events and `wake` only mean "look now"; what is due lies on the boots' playhead.
 */

import { map, merge, type Observable, scan } from 'rxjs';
import type { Instant } from '../../firmware-protocol/quantities.ts';
import type { Scheduled, SchedulerEvent, Timed } from './event.ts';
import type { Plan } from './plan.ts';
import { schedule } from './schedule.ts';

export interface SchedulerOptions {
  readonly plan: Plan;
  /** Settings, reports and outcomes of cuts, in order. */
  readonly events: Observable<SchedulerEvent>;
  /** Wakes the scheduler while no event does; its values mean nothing. */
  readonly wake: Observable<unknown>;
  readonly now: () => Instant;
  /** The core; tests pass one that fails. */
  readonly reduce?: (plan: Plan, event: Timed<SchedulerEvent>) => Scheduled;
}

/**
 * Emits one result for each event. Cold: each subscription starts from the initial plan. If the core throws, the result is the order to
 * end with an unchanged plan, and the stream continues; it completes with its inputs.
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
