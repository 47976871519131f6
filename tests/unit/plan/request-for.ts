import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { type Plan, stepsOf } from '../../../src/plan/plan.ts';
import type {
  EventKind,
  Person,
  PlanRequest,
  RecoveryEvent,
  Report,
} from '../../../src/plan/plan-request.ts';
import type { Step } from '../../../src/plan/step.ts';
import { readWallTime, type TimeZone, type WallTime } from '../../../src/plan/time/wall-clock.ts';

export const at = (text: string): WallTime => {
  const read = readWallTime(text);
  if (read === null) throw new Error(`${text} is no wall time`);
  return read;
};

/** A request for an event that ended on a Sunday afternoon in Berlin. */
export const requestFor = (
  kind: EventKind,
  {
    event = {},
    person = {},
    reports = [],
  }: {
    readonly event?: Partial<RecoveryEvent>;
    readonly person?: Partial<Person>;
    readonly reports?: readonly Report[];
  } = {},
): PlanRequest => ({
  event: {
    kind,
    at: at('2026-11-29T13:10'),
    zone: 'Europe/Berlin' as TimeZone,
    went: 'well',
    distanceKm: null,
    minutes: null,
    ascentM: null,
    temperatureC: null,
    ...event,
  },
  person: { owns: ['boots', 'roller', 'plate', 'massager'], barred: [], highest: mmhg(80), ...person },
  reports,
});

export function stepOf(plan: Plan, id: string): Step {
  const found = stepsOf(plan).find((step) => step.id === id);
  if (found === undefined) throw new Error(`no ${id} among ${stepsOf(plan).map((step) => step.id)}`);
  return found;
}

export const hasStep = (plan: Plan, id: string): boolean => stepsOf(plan).some((step) => step.id === id);
