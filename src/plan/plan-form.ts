/** The form for a new plan: its values, the times that it offers, and the plan request that they make. */

import type { Mmhg } from '../../firmware-protocol/quantities.ts';
import type { Activity } from './activity/activity.ts';
import { fitting } from './document/format.ts';
import type { Course, EventFigures, EventKind, PlanRequest, Report, Tool } from './plan-request.ts';
import {
  dayAfter,
  dayOf,
  faceAfter,
  type TimeZone,
  type WallTime,
  wallAt,
  wallOn,
} from './time/wall-clock.ts';

export interface PlanForm extends EventFigures {
  readonly kind: EventKind;
  readonly at: WallTime;
  readonly went: Course;
  /** 0 to 10; null = not answered. */
  readonly soreness: number | null;
  readonly owns: readonly Tool[];
  readonly barred: readonly Tool[];
  readonly highest: Mmhg;
}

/**
 * Whether people have sore legs after such an event. For other events, `requestFrom` ignores how the event went and how sore the legs are.
 */
export const leavesSoreLegs = (kind: EventKind): boolean => kind !== 'flight' && kind !== 'desk';

/** Whether the time of such an event is its beginning, as for a desk day, and not its end. */
export const isPlannedFromItsStart = (kind: EventKind): boolean => kind === 'desk';

export const nearTimes = ['now', 'hour', 'twoHours', 'fourHours', 'yesterday'] as const;
export type NearTime = (typeof nearTimes)[number];

const minutesAgo: Readonly<Record<Exclude<NearTime, 'yesterday'>, number>> = {
  now: 0,
  hour: 60,
  twoHours: 120,
  fourHours: 240,
};

/** The time of day for "yesterday". Most races are over by then, and the user can correct the time. */
const YESTERDAY_AT = '13:00';

export const nearTime = (near: NearTime, now: WallTime): WallTime =>
  near === 'yesterday' ? wallOn(dayAfter(dayOf(now), -1), YESTERDAY_AT) : faceAfter(now, -minutesAgo[near]);

/** @param now the present time in `zone` */
export function requestFrom(form: PlanForm, zone: TimeZone, now: WallTime): PlanRequest {
  const { kind, at, went, soreness, owns, barred, highest } = form;
  const { distanceKm, minutes, ascentM, temperatureC } = form;
  const sore = leavesSoreLegs(kind);
  const reports: readonly Report[] =
    sore && soreness !== null ? [{ kind: 'soreness', at: now > at ? now : at, soreness }] : [];
  return {
    event: { kind, at, zone, went: sore ? went : 'well', distanceKm, minutes, ascentM, temperatureC },
    person: { owns, barred, highest },
    reports,
  };
}

/** Distances by which the kind of a run is recognised, km; `to` is excluded. For other distances, the user chooses the kind. */
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

/** What an activity fills in. `kind`: null = no event is chosen. */
type Filled = Pick<PlanForm, 'at' | keyof EventFigures> & { readonly kind: EventKind | null };

/**
 * Fills in the figures of an activity. A figure that the activity lacks, or that a plan file cannot hold, stays as it was, and so does the
 * kind of event if one was chosen.
 */
export function fromActivity(activity: Activity, zone: TimeZone, draft: Filled): Filled {
  const { endedAt, distanceKm, minutes, ascentM, temperatureC } = activity;
  return {
    kind: draft.kind ?? kindOf(activity),
    at: endedAt === null ? draft.at : wallAt(endedAt, zone),
    distanceKm: fitting('distance', distanceKm) ?? draft.distanceKm,
    minutes: fitting('duration', minutes) ?? draft.minutes,
    ascentM: fitting('ascent', ascentM) ?? draft.ascentM,
    temperatureC: fitting('temperature', temperatureC) ?? draft.temperatureC,
  };
}
