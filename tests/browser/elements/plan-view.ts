/** Views of a plan, for tests of the plan's elements. */

import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { planFor } from '../../../src/plan/plan.ts';
import { type PlanForm, requestFrom } from '../../../src/plan/plan-form.ts';
import type { Report } from '../../../src/plan/plan-request.ts';
import { standingAt } from '../../../src/plan/standing.ts';
import type { TimeZone, WallTime } from '../../../src/plan/time/wall-clock.ts';
import type { PlanView } from '../../../src/ui/places/plan/plan-view.ts';

export const wall = (text: string): WallTime => text as WallTime;
export const berlin = 'Europe/Berlin' as TimeZone;

/** A plan's form for a marathon on the day before `now`. */
export const form: PlanForm = {
  kind: 'marathon',
  at: wall('2026-11-29T13:10'),
  went: 'well',
  soreness: null,
  owns: ['boots', 'roller'],
  barred: [],
  highest: mmhg(80),
  ...{ distanceKm: null, minutes: null, ascentM: null, temperatureC: null },
};
/** At this time the roller is due, and mobility can still be done. */
export const now = wall('2026-11-30T10:00');

export function planView(reports: readonly Report[] = [], more: Partial<PlanView> = {}, of = form): PlanView {
  const asked = requestFrom(of, berlin, of.at);
  const plan = planFor({ ...asked, reports }, now);
  return {
    now,
    zone: berlin,
    current: { plan, standing: standingAt(plan, now), now, leftOut: [] },
    hasEarlier: false,
    person: asked.person,
    keeping: 'kept',
    outcome: null,
    reminders: 'off',
    hasGuides: true,
    ...more,
  };
}
export const none = planView([], { current: null });
