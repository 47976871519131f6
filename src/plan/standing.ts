/** Where somebody stands in a plan: what has passed, what to do now, what comes next. */

import type { Plan } from './plan.ts';
import { stepsOf } from './plan.ts';
import { lengthOf, type Step } from './step.ts';
import { dayOf, daysBetween, faceAfter, minutesBetween, momentOf, type WallTime } from './time/wall-clock.ts';

export type Standing =
  /** The clock of this device shows a time before the event. */
  | { readonly kind: 'before'; readonly minutes: number }
  | {
      readonly kind: 'during';
      readonly day: number;
      /** What its time is now; else null. */
      readonly now: Step | null;
      readonly next: Step | null;
      readonly missed: Missed | null;
    }
  /** The last day of the plan was so many days ago. */
  | { readonly kind: 'over'; readonly days: number; readonly missed: Missed | null };

/** Days that passed since the event without a word of what was done; null where something was reported since. */
export interface Missed {
  readonly days: number;
  readonly steps: number;
}

const isToDo = ({ state }: Step): boolean => state.kind === 'due';

function missedOf(plan: Plan, today: number): Missed | null {
  const { reports, event } = plan.asked;
  const first = dayOf(event.at);
  const lastTold = Math.max(0, ...reports.map(({ at }) => daysBetween(first, dayOf(at))));
  if (today - lastTold < 2) return null;
  const steps = stepsOf(plan).filter(({ day, state }) => day < today && state.kind === 'passed').length;
  return steps === 0 ? null : { days: today - lastTold, steps };
}

/** @param plan made for the same `now` */
export function standingAt(plan: Plan, now: WallTime): Standing {
  const { event } = plan.asked;
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
    now: todo.find((step) => step.at <= now && faceAfter(step.at, lengthOf(step)) > now) ?? null,
    next: todo.find(({ at }) => at > now) ?? null,
    missed,
  };
}
