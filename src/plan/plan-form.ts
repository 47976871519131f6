/** The form that makes a plan: its values, the times that it offers, and the plan request that is made from them. */

import type { Mmhg } from '../../firmware-protocol/quantities.ts';
import type { Activity } from './activity/activity.ts';
import type { Course, EventKind, PlanRequest, Report, Tool } from './plan-request.ts';
import {
  dayAfter,
  dayOf,
  faceAfter,
  type TimeZone,
  type WallTime,
  wallAt,
  wallOn,
} from './time/wall-clock.ts';

export interface PlanForm {
  readonly kind: EventKind;
  readonly at: WallTime;
  readonly went: Course;
  /** Soreness now, 0 to 10; null = not answered. */
  readonly soreness: number | null;
  readonly owns: readonly Tool[];
  readonly barred: readonly Tool[];
  readonly highest: Mmhg;
  readonly distanceKm: number | null;
  readonly temperatureC: number | null;
}

/** Whether the form asks how the event went and how sore the legs are: not for a flight or a desk day. */
export const leavesSoreLegs = (kind: EventKind): boolean => kind !== 'flight' && kind !== 'desk';

/** Whether the time of the event is its beginning (a desk day) rather than its end (all others). */
export const isPlannedFromItsStart = (kind: EventKind): boolean => kind === 'desk';

/** Times of the event that the form offers at one tap. */
export const nearTimes = ['now', 'hour', 'twoHours', 'fourHours', 'yesterday'] as const;
export type NearTime = (typeof nearTimes)[number];

const minutesAgo: Readonly<Record<Exclude<NearTime, 'yesterday'>, number>> = {
  now: 0,
  hour: 60,
  twoHours: 120,
  fourHours: 240,
};

/** The time of day for "yesterday", when most races are over. The user can correct it. */
const YESTERDAY_AT = '13:00';

export const nearTime = (near: NearTime, now: WallTime): WallTime =>
  near === 'yesterday' ? wallOn(dayAfter(dayOf(now), -1), YESTERDAY_AT) : faceAfter(now, -minutesAgo[near]);

/** @param now wall time in this zone */
export function requestFrom(form: PlanForm, zone: TimeZone, now: WallTime): PlanRequest {
  const { kind, at, went, soreness, owns, barred, highest, distanceKm, temperatureC } = form;
  const sore = leavesSoreLegs(kind);
  const reports: readonly Report[] =
    sore && soreness !== null ? [{ kind: 'soreness', at: now > at ? now : at, soreness }] : [];
  return {
    event: { kind, at, zone, went: sore ? went : 'well', distanceKm, temperatureC },
    person: { owns, barred, highest },
    reports,
  };
}

/** Distances of the runs that have a plan of their own, km, `to` excluded. For other distances, the user chooses the event. */
const distances: readonly (readonly [kind: EventKind, from: number, to: number])[] = [
  ['10k', 9, 12],
  ['half', 20.5, 22.5],
  ['marathon', 41.5, 44],
  ['ultra', 44, Number.POSITIVE_INFINITY],
];
/** A run of 9 km or more that climbs more than this, in m per km, counts as a trail run, unless it is as long as an ultramarathon. */
const TRAIL_CLIMB = 25;

function kindOf({ distanceKm, ascentM }: Activity): EventKind | null {
  if (distanceKm === null) return null;
  const [kind = null] = distances.find(([, from, to]) => distanceKm >= from && distanceKm < to) ?? [];
  const isTrail = ascentM !== null && ascentM / distanceKm > TRAIL_CLIMB && distanceKm >= 9;
  return isTrail && kind !== 'ultra' ? 'trail' : kind;
}

/**
 * The form, filled in with the figures of an activity. Figures that the activity lacks stay as they were, and so does the kind of event if one was
 * chosen.
 */
export function fromActivity(
  activity: Activity,
  zone: TimeZone,
  draft: Pick<PlanForm, 'at' | 'distanceKm' | 'temperatureC'> & { readonly kind: EventKind | null },
): Pick<PlanForm, 'at' | 'distanceKm' | 'temperatureC'> & { readonly kind: EventKind | null } {
  const { endedAt, distanceKm, temperatureC } = activity;
  return {
    kind: draft.kind ?? kindOf(activity),
    at: endedAt === null ? draft.at : wallAt(endedAt, zone),
    distanceKm: distanceKm ?? draft.distanceKm,
    temperatureC: temperatureC ?? draft.temperatureC,
  };
}
