/** What somebody taps together to make a plan, and what is asked for with it. */

import type { Mmhg } from '../../firmware-protocol/quantities.ts';
import type { Asked, Course, EventKind, Report, Tool } from './asked.ts';
import { dayAfter, dayOf, faceAfter, type WallTime, wallOn, type Zone } from './time/wall-clock.ts';

export interface Draft {
  readonly kind: EventKind;
  readonly at: WallTime;
  readonly went: Course;
  /** Now, 0 to 10; null = not said. */
  readonly soreness: number | null;
  readonly owns: readonly Tool[];
  readonly barred: readonly Tool[];
  readonly highest: Mmhg;
  readonly distanceKm: number | null;
  readonly temperatureC: number | null;
}

/** Whether it is asked how the event went, and how sore the legs are: a flight and a desk day leave no such legs. */
export const leavesSoreLegs = (kind: EventKind): boolean => kind !== 'flight' && kind !== 'desk';

/** A desk day is told by its beginning, all others by their end. */
export const isToldByBeginning = (kind: EventKind): boolean => kind === 'desk';

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
export function askedFor(draft: Draft, zone: Zone, now: WallTime): Asked {
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
