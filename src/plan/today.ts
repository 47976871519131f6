/** What the page shows first of a plan: a grave lock, the step to do at present or a late one, and the question about soreness. */

import { isLocked, type Lock } from './change/locks.ts';
import { isInItsHours, isWaking } from './place/limits.ts';
import { type Plan, stepsOf } from './plan.ts';
import type { Standing } from './standing.ts';
import type { ActionKind, Step } from './step.ts';
import { dayOf, faceAfter, type WallTime } from './time/wall-clock.ts';

/** The gravest lock, if the page must show that lock instead of the plan; otherwise null. */
export const standsAlone = (plan: Plan): Lock | null => {
  const [gravest] = plan.locks;
  return gravest?.sign === 'emergency' || gravest?.sign === 'urgent' ? gravest : null;
};

/** The step that is due at present, or else the next step of the same day; null if there is none. */
export function stepOfToday(standing: Standing, now: WallTime): Step | null {
  if (standing.kind !== 'during') return null;
  const { now: current, next } = standing;
  if (current !== null) return current;
  return next !== null && dayOf(next.at) === dayOf(now) ? next : null;
}

/** How long after its planned time a step can still be done, min. */
const STILL_GOOD = 3 * 60;

/**
 * Kinds of steps whose time is only a suggestion. Basic walks, drinks and boots sessions are not here because the plan moves them; a rest
 * belongs right after the event.
 */
const canBeLate: ReadonlySet<ActionKind> = new Set<ActionKind>([
  'roller',
  'plate',
  'massage',
  'stretch',
  'run',
  'warm',
  'wind-down',
]);

/** The last step of today whose time has passed without a report, and which can still be done; null if there is none. */
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

export const asksSoreness = (plan: Plan, standing: Standing, now: WallTime): boolean =>
  standing.kind === 'during' &&
  plan.advice.includes('tell-soreness') &&
  !plan.request.reports.some(({ kind, at }) => kind === 'soreness' && dayOf(at) >= dayOf(now));
