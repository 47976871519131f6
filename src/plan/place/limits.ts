/** Whether a step may take place at its time: by the hour, by the time since the event, and by the boots' daily allowance. */

import {
  allowance,
  doseAround,
  gapBetween,
  objectionsTo,
  type SessionDone,
  sessionDose,
} from '../dose/allowance.ts';
import { highestZone } from '../dose/zone-peak.ts';
import type { PlanRequest, RecoveryEvent } from '../plan-request.ts';
import { isUltra } from '../rules/phases.ts';
import type { ActionKind, Step } from '../step.ts';
import { dayOf, minutesBetween, momentAfter, momentOf, timeOf, wallAt } from '../time/wall-clock.ts';

/** Earliest deep massage of single spots, min after the event. */
export const DEEP_FROM = 48 * 60;
/** Earliest deep massage of single spots, min after an ultramarathon. */
export const DEEP_FROM_ULTRA = 96 * 60;
export const PLATE_FROM = 24 * 60;
/** Earliest vibration plate after an ultramarathon, min. */
export const PLATE_FROM_ULTRA = 48 * 60;
export const PLATE_UNTIL = 72 * 60;

/** A step begins and ends within these hours of the day. */
const waking: Readonly<Record<ActionKind, readonly [from: string, until: string]>> = {
  walk: ['07:00', '22:00'],
  drink: ['07:00', '22:00'],
  boots: ['09:00', '21:30'],
  roller: ['08:00', '21:30'],
  plate: ['09:00', '20:00'],
  massage: ['08:00', '21:30'],
  stretch: ['07:00', '21:30'],
  run: ['08:00', '20:00'],
  warm: ['07:00', '22:00'],
  rest: ['08:00', '21:30'],
  'wind-down': ['20:00', '23:00'],
};

/** Whether a step is within the hours of its kind, and ends on the day on which it begins. */
export function isWaking(step: Step, request: PlanRequest): boolean {
  const [from, until] = waking[step.action.kind];
  const { zone } = request.event;
  const end = wallAt(momentAfter(momentOf(step.at, zone), step.action.minutes), zone);
  return timeOf(step.at) >= from && dayOf(end) === dayOf(step.at) && timeOf(end) <= until;
}

/** Null for a step without boots. */
export function sessionOf(step: Step, request: PlanRequest): SessionDone | null {
  const { action } = step;
  if (action.kind !== 'boots') return null;
  return {
    from: momentOf(step.at, request.event.zone),
    day: dayOf(step.at),
    minutes: action.minutes,
    dose: sessionDose(highestZone(action.program, action.pressure), action.minutes),
  };
}

/** When deep massage of single spots, or the plate, may take place, min after the event; `to` null = without an end. */
export const windowAfter = (event: RecoveryEvent, work: 'spots' | 'plate') =>
  work === 'spots'
    ? { from: isUltra(event) ? DEEP_FROM_ULTRA : DEEP_FROM, to: null }
    : { from: isUltra(event) ? PLATE_FROM_ULTRA : PLATE_FROM, to: PLATE_UNTIL };

/** Whether the event was long enough ago for a step, and for the vibration plate also not too long ago. */
export function isInItsHours(step: Step, { event }: PlanRequest): boolean {
  const since = minutesBetween(momentOf(event.at, event.zone), momentOf(step.at, event.zone));
  const { action } = step;
  if (action.kind === 'massage' && action.depth === 'spots') return since >= windowAfter(event, 'spots').from;
  if (action.kind === 'plate')
    return since >= windowAfter(event, 'plate').from && since + action.minutes <= PLATE_UNTIL;
  return since >= 0;
}

/** Shortest session that a plan asks for, min: a shorter one would not be worth putting the boots on. */
const LEAST_SESSION = 10;

/**
 * The step, shortened if the dose requires that. Null if it comes too soon after the event, if these sessions leave no room for it, or if it
 * would have to be shorter than `LEAST_SESSION`. A plan leaves the advised time between sessions, which is longer than the least.
 */
export function allowedStep(step: Step, request: PlanRequest, sessions: readonly SessionDone[]): Step | null {
  const session = sessionOf(step, request);
  if (session === null || step.action.kind !== 'boots') return step;
  const { at, zone } = request.event;
  if (sessions.some((other) => gapBetween(session, other) < allowance.advisedBetween)) return null;
  const against = objectionsTo(session, sessions, momentOf(at, zone));
  if (against.length === 0) return step;
  if (against.some(({ kind }) => kind !== 'dose')) return null;
  const left = allowance.dose - (doseAround(session, sessions) - session.dose);
  const minutes = Math.floor((left / session.dose) * (session.minutes / 5)) * 5;
  if (minutes < LEAST_SESSION) return null;
  return { ...step, action: { ...step.action, minutes }, changes: [...step.changes, 'dose'] };
}
