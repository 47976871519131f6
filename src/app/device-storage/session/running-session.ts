/** How the database holds a running session, so that a later page on this device can continue it. */

import * as v from 'valibot';
import { ALLOWANCE_TO_THE_END, SHORTEST_ALLOWANCE } from '../../../../firmware-protocol/command.ts';
import { limits } from '../../../../firmware-protocol/limits.ts';
import type { Seconds } from '../../../../firmware-protocol/quantities.ts';
import type { LegTime } from '../../../boots/pair/leg-time.ts';
import type { Remembered } from '../../../session/memory/remembered.ts';
import { figure, planSchema, setZones, storedPlan } from './session-plan-schema.ts';

const milliseconds = figure<LegTime[number]['by']>();
const legTime = v.array(v.object({ from: milliseconds, by: milliseconds }));
const token = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32 - 1));

const allowance = v.custom<Seconds>(
  (value) =>
    value === ALLOWANCE_TO_THE_END ||
    (typeof value === 'number' && value >= SHORTEST_ALLOWANCE && value <= limits.allowance.hard),
);

const schema: v.GenericSchema<unknown, Remembered> = v.object({
  serial: v.string(),
  simulated: v.boolean(),
  pair: v.boolean(),
  bootCount: v.number(),
  token,
  tokens: v.record(v.string(), token),
  shifts: v.nullable(v.object({ left: legTime, right: legTime })),
  // Earlier versions of the page did not store the allowance.
  allowance: v.optional(v.nullable(allowance), null),
  stage: v.picklist(['preparing', 'begun', 'stopping']),
  ownZones: setZones,
  plan: planSchema,
});

export const runningSession = {
  table: 'running',
  key: 'session',
  version: 1,
  schema,
  stored: (session: Remembered) => ({ ...session, plan: storedPlan(session.plan) }),
} as const;
