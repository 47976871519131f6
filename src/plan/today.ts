/** What the page shows first of a plan: the step to do now, or the lock that stands above all steps. */

import type { Lock } from './change/locks.ts';
import type { Plan } from './plan.ts';
import type { Standing } from './standing.ts';
import type { Step } from './step.ts';
import { dayOf, type WallTime } from './time/wall-clock.ts';

/** The lock with which nothing else is shown, since nothing else matters; null if there is none. */
export const standsAlone = (plan: Plan): Lock | null => {
  const [gravest] = plan.locks;
  return gravest?.sign === 'emergency' || gravest?.sign === 'urgent' ? gravest : null;
};

/** The step whose time is now, or the next one of today; null if none is left today. */
export function stepOfToday(standing: Standing, now: WallTime): Step | null {
  if (standing.kind !== 'during') return null;
  const { now: current, next } = standing;
  if (current !== null) return current;
  return next !== null && dayOf(next.at) === dayOf(now) ? next : null;
}

/** Whether the plan still asks today how sore the legs are. */
export const asksSoreness = (plan: Plan, standing: Standing, now: WallTime): boolean =>
  standing.kind === 'during' &&
  plan.advice.includes('tell-soreness') &&
  !plan.request.reports.some(({ kind, at }) => kind === 'soreness' && dayOf(at) >= dayOf(now));
