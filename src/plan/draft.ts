/** The form that makes a plan, as a value, and the plan request made from it. */

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

export interface Draft {
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

/** Whether it is asked how the event went, and how sore the legs are: a flight and a desk day leave no such legs. */
export const leavesSoreLegs = (kind: EventKind): boolean => kind !== 'flight' && kind !== 'desk';

/** Whether the time of the event is its beginning (a desk day) rather than its end (all others). */
export const isPlannedFromItsStart = (kind: EventKind): boolean => kind === 'desk';

/** Times that are one tap away. */
export const nearTimes = ['now', 'hour', 'twoHours', 'fourHours', 'yesterday'] as const;
export type NearTime = (typeof nearTimes)[number];

const AGO: Readonly<Record<Exclude<NearTime, 'yesterday'>, number>> = {
  now: 0,
  hour: 60,
  twoHours: 120,
  fourHours: 240,
};

/** Yesterday: when most races have ended, to be set right by hand. */
const YESTERDAY_AT = '13:00';

export const nearTime = (near: NearTime, now: WallTime): WallTime =>
  near === 'yesterday' ? wallOn(dayAfter(dayOf(now), -1), YESTERDAY_AT) : faceAfter(now, -AGO[near]);

/** @param now on the clock of that zone */
export function askedFor(draft: Draft, zone: TimeZone, now: WallTime): PlanRequest {
  const { kind, at, went, soreness, owns, barred, highest, distanceKm, temperatureC } = draft;
  const sore = leavesSoreLegs(kind);
  const told: readonly Report[] =
    sore && soreness !== null ? [{ kind: 'soreness', at: now > at ? now : at, soreness }] : [];
  return {
    event: { kind, at, zone, went: sore ? went : 'well', distanceKm, temperatureC },
    person: { owns, barred, highest },
    reports: told,
  };
}

/** Distances of runs that have a plan of their own, km. For a distance in between, the user chooses the event. */
const distances: readonly (readonly [kind: EventKind, from: number, to: number])[] = [
  ['10k', 9, 12],
  ['half', 20.5, 22.5],
  ['marathon', 41.5, 44],
  ['ultra', 44, Number.POSITIVE_INFINITY],
];
/** A run that climbs more than this counts as a trail run, m per km. */
const TRAIL = 25;

function kindOf({ distanceKm, ascentM }: Activity): EventKind | null {
  if (distanceKm === null) return null;
  const [kind = null] = distances.find(([, from, to]) => distanceKm >= from && distanceKm < to) ?? [];
  const isTrail = ascentM !== null && ascentM / distanceKm > TRAIL && distanceKm >= 9;
  return isTrail && kind !== 'ultra' ? 'trail' : kind;
}

/** The draft with the figures of an activity. Figures that the activity lacks stay as they were. */
export function fromActivity(
  activity: Activity,
  zone: TimeZone,
  draft: Pick<Draft, 'at' | 'distanceKm' | 'temperatureC'> & { readonly kind: EventKind | null },
): Pick<Draft, 'at' | 'distanceKm' | 'temperatureC'> & { readonly kind: EventKind | null } {
  const { endedAt, distanceKm, temperatureC } = activity;
  return {
    kind: draft.kind ?? kindOf(activity),
    at: endedAt === null ? draft.at : wallAt(endedAt, zone),
    distanceKm: distanceKm ?? draft.distanceKm,
    temperatureC: temperatureC ?? draft.temperatureC,
  };
}
