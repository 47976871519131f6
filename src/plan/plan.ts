/**
 * Makes a recovery plan; start reading here. `planFor` takes the steps that the rules give (rules/), makes them gentler according to the
 * reports (change/), finds a time for each (place/), and says which are locked.
 */

import { VERY_SORE } from './change/gentler.ts';
import { isLocked, type Lock, locksOf } from './change/locks.ts';
import { reportedIn } from './change/reported.ts';
import { allowance, doseBefore } from './dose/allowance.ts';
import { placedSteps } from './place/placed.ts';
import type { PlanRequest } from './plan-request.ts';
import { type Advice, adviceFor } from './rules/advice.ts';
import { type Phase, phasesOf } from './rules/phases.ts';
import type { Step } from './step.ts';
import { type CalendarDay, dayAfter, dayOf, momentOf, type WallTime } from './time/wall-clock.ts';

export interface PlanDay {
  readonly day: number;
  readonly date: CalendarDay;
  readonly phase: Phase;
  /** Earliest first. */
  readonly steps: readonly Step[];
}

export interface Plan {
  readonly request: PlanRequest;
  readonly advice: readonly Advice[];
  /** Gravest first. */
  readonly locks: readonly Lock[];
  readonly days: readonly PlanDay[];
}

/**
 * @param now local time in the zone of the event; null = not known, so that no step counts as passed. A time before the event has the same
 * effect as null.
 */
export function planFor(request: PlanRequest, now: WallTime | null): Plan {
  const { event, reports } = request;
  const known = now !== null && now >= event.at ? now : null;
  const today = known === null ? null : dayOf(known);
  const locks = locksOf(reports, known === null ? null : momentOf(known, event.zone), event.zone);
  const reported = reportedIn(request, today);
  const settled = (step: Step): Step => {
    if (step.state.kind !== 'due') return step;
    if (isLocked(locks, step.action.kind, step.at)) return { ...step, state: { kind: 'locked' } };
    if (step.action.kind !== 'boots') return step;
    const had = doseBefore(momentOf(step.at, event.zone), reported.sessions);
    return had === null ? step : { ...step, dose: { had, advised: allowance.dose } };
  };
  const steps = placedSteps(request, reported, known).map(settled);
  const start = dayOf(event.at);
  const days = phasesOf(event).flatMap(({ phase, from, to }) =>
    Array.from({ length: to - from + 1 }, (_, index): PlanDay => {
      const day = from + index;
      return { day, date: dayAfter(start, day), phase, steps: steps.filter((step) => step.day === day) };
    }),
  );
  return { request, advice: adviceFor(event, (reported.soreness ?? 0) >= VERY_SORE), locks, days };
}

export const stepsOf = ({ days }: Plan): readonly Step[] => days.flatMap(({ steps }) => steps);
