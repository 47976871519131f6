/** Where a person stands in a plan: what has passed, what to do now, what comes next. */

import type { Plan } from './plan.ts';
import { stepsOf } from './plan.ts';
import { endOf, overAt, type Step } from './step.ts';
import { dayOf, daysBetween, minutesBetween, momentOf, type WallTime } from './time/wall-clock.ts';

export type Standing =
  /** The present time is before the event. `minutes`: until the event. */
  | { readonly kind: 'before'; readonly minutes: number }
  | {
      readonly kind: 'during';
      readonly day: number;
      /** The step that is due at present, an hourly walk also shortly after, unless another step is due by then; null if there is none. */
      readonly now: Step | null;
      readonly next: Step | null;
      readonly missed: Missed | null;
    }
  /** `days`: since the last day of the plan. */
  | { readonly kind: 'over'; readonly days: number; readonly missed: Missed | null };

/** Two days or more without a report, in which the time of at least one step has passed. */
export interface Missed {
  /** Days since the latest report or the event, whichever is later. */
  readonly days: number;
  /** Number of steps on days before today whose time has passed, without a report, since the latest report. */
  readonly steps: number;
}

const isToDo = ({ state }: Step): boolean => state.kind === 'due';

function missedOf(plan: Plan, today: number): Missed | null {
  const { reports, event } = plan.request;
  const first = dayOf(event.at);
  const last = reports.reduce<WallTime | null>(
    (latest, { at }) => (latest === null || at > latest ? at : latest),
    null,
  );
  const days = today - (last === null ? 0 : Math.max(0, daysBetween(first, dayOf(last))));
  if (days < 2) return null;
  const isSince = ({ day, at }: Step): boolean => day < today && (last === null || at > last);
  const steps = stepsOf(plan).filter((step) => isSince(step) && step.state.kind === 'passed').length;
  return steps === 0 ? null : { days, steps };
}

export function standingAt(plan: Plan, now: WallTime): Standing {
  const { event } = plan.request;
  if (now < event.at) {
    return {
      kind: 'before',
      minutes: minutesBetween(momentOf(now, event.zone), momentOf(event.at, event.zone)),
    };
  }
  const day = daysBetween(dayOf(event.at), dayOf(now));
  const last = plan.days.at(-1)?.day ?? 0;
  const missed = missedOf(plan, day);
  if (day > last) return { kind: 'over', days: day - last, missed };
  const todo = stepsOf(plan).filter(isToDo);
  return {
    kind: 'during',
    day,
    now:
      todo.find((step) => step.at <= now && now < endOf(step)) ??
      todo.find((step) => step.at <= now && now < overAt(step)) ??
      null,
    next: todo.find(({ at }) => at > now) ?? null,
    missed,
  };
}
