/**
 * What the page shows first of a plan: a lock that matters more than any step, the step to do now or a late one, and the soreness question.
 */

import { isLocked, type Lock } from './change/locks.ts';
import { isInItsHours, isWaking } from './place/limits.ts';
import { type Plan, stepsOf } from './plan.ts';
import type { Standing } from './standing.ts';
import type { ActionKind, Step } from './step.ts';
import { dayOf, faceAfter, type WallTime } from './time/wall-clock.ts';

/** A lock so grave that the page shows nothing else; null if there is none. */
export const standsAlone = (plan: Plan): Lock | null => {
  const [gravest] = plan.locks;
  return gravest?.sign === 'emergency' || gravest?.sign === 'urgent' ? gravest : null;
};

/** The step whose time is now, or the next step of today; null if no step is left today. */
export function stepOfToday(standing: Standing, now: WallTime): Step | null {
  if (standing.kind !== 'during') return null;
  const { now: current, next } = standing;
  if (current !== null) return current;
  return next !== null && dayOf(next.at) === dayOf(now) ? next : null;
}

/** How long after its time a step can still be done, min. */
const STILL_GOOD = 3 * 60;

/** Kinds of steps whose time is only a suggestion. Walks with `base`, drinks and boots are moved automatically; a rest belongs right after the event. */
const canBeLate: ReadonlySet<ActionKind> = new Set<ActionKind>([
  'roller',
  'plate',
  'massage',
  'stretch',
  'run',
  'warm',
  'wind-down',
]);

/**
 * The last step of today whose time has passed without a report and that can still be done; null if there is none.
 * @param plan the plan that was made for the same `now`
 */
export function lateToday(plan: Plan, now: WallTime): Step | null {
  const { request, locks } = plan;
  const isStillGood = (step: Step): boolean => {
    const { action, state, date, at } = step;
    const late: Step = { ...step, at: now };
    return (
      state.kind === 'passed' &&
      date === dayOf(now) &&
      canBeLate.has(action.kind) &&
      faceAfter(at, STILL_GOOD) > now &&
      !isLocked(locks, action.kind, now) &&
      isWaking(late, request) &&
      isInItsHours(late, request)
    );
  };
  return stepsOf(plan).findLast(isStillGood) ?? null;
}

/** Whether the page should still ask today how sore the legs are. */
export const asksSoreness = (plan: Plan, standing: Standing, now: WallTime): boolean =>
  standing.kind === 'during' &&
  plan.advice.includes('tell-soreness') &&
  !plan.request.reports.some(({ kind, at }) => kind === 'soreness' && dayOf(at) >= dayOf(now));
