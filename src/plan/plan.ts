/**
 * The plan of a recovery, by day: begin here. `planFor(asked, now)` makes it by the rules (rules/), makes it gentler where something
 * was reported (change/), finds every step a time inside the limits (place/), and says what is closed. A plain function of its
 * arguments: a plan is never kept, only what it was made from (document.ts).
 */

import type { Asked } from './asked.ts';
import { VERY_SORE } from './change/gentler.ts';
import { isLocked, type Lock, locksOf } from './change/locks.ts';
import { toldBy } from './change/told.ts';
import { placedSteps } from './place/placed.ts';
import { type Advice, adviceFor } from './rules/advice.ts';
import { type Phase, phasesOf } from './rules/phases.ts';
import type { Step } from './step.ts';
import { type CalendarDay, dayAfter, dayOf, momentOf, type WallTime } from './time/wall-clock.ts';

export interface PlanDay {
  readonly day: number;
  readonly date: CalendarDay;
  readonly phase: Phase;
  /** By time. */
  readonly steps: readonly Step[];
}

export interface Plan {
  readonly asked: Asked;
  readonly advice: readonly Advice[];
  /** Gravest first. */
  readonly locks: readonly Lock[];
  readonly days: readonly PlanDay[];
}

/**
 * @param now on the person's clock, in the zone of the event; null = as planned, whatever the time is. One that lies before the
 * event says nothing, and counts as null: standing.ts tells of it
 */
export function planFor(asked: Asked, now: WallTime | null): Plan {
  const { event, reports } = asked;
  const known = now !== null && now >= event.at ? now : null;
  const today = known === null ? null : dayOf(known);
  const locks = locksOf(reports, known === null ? null : momentOf(known, event.zone), event.zone);
  const told = toldBy(asked, today);
  const steps = placedSteps(asked, told, known).map(
    (step): Step =>
      step.state.kind === 'due' && isLocked(locks, step.deed.kind, step.at)
        ? { ...step, state: { kind: 'locked' } }
        : step,
  );
  const start = dayOf(event.at);
  const days = phasesOf(event).flatMap(({ phase, from, to }) =>
    Array.from({ length: to - from + 1 }, (_, index): PlanDay => {
      const day = from + index;
      return { day, date: dayAfter(start, day), phase, steps: steps.filter((step) => step.day === day) };
    }),
  );
  return { asked, advice: adviceFor(event, (told.soreness ?? 0) >= VERY_SORE), locks, days };
}

export const stepsOf = ({ days }: Plan): readonly Step[] => days.flatMap(({ steps }) => steps);
