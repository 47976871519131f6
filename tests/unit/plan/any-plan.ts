import fc from 'fast-check';
import { type Plan, planFor, stepsOf } from '../../../src/plan/plan.ts';
import { type PlanRequest, tools } from '../../../src/plan/plan-request.ts';
import type { ActionOf, Step } from '../../../src/plan/step.ts';
import { runs } from '../../seed.ts';
import { anyForbidden, anyRequestAndNow } from './any-request.ts';

/** In ms, as HOUR is. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** Steps that are due, and steps that would be due if no warning sign locked them. */
export const open = (plan: Plan): readonly Step[] =>
  stepsOf(plan).filter(({ state }) => state.kind === 'due' || state.kind === 'locked');

export const actions = <Kind extends Step['action']['kind']>(steps: readonly Step[], kind: Kind) =>
  steps.flatMap((step) =>
    step.action.kind === kind ? [{ step, action: step.action as ActionOf<Kind>, at: step.at }] : [],
  );

/** Calls `holds` with plans for random requests, seen at random times, for people whom the screening may forbid some work. */
export const always = (holds: (plan: Plan, request: PlanRequest) => void, times = 100): void =>
  fc.assert(
    fc.property(anyRequestAndNow, anyForbidden, ({ request, now }, forbidden) => {
      const screened: PlanRequest = { ...request, person: { ...request.person, forbidden } };
      holds(planFor(screened, now), screened);
    }),
    { numRuns: runs(times, 20 * times) },
  );

/**
 * Calls `holds` with plans that have as many kinds of steps as possible: after runs that went well, for a person with all tools, without
 * reported soreness.
 */
export const withEverything = (holds: (plan: Plan, request: PlanRequest) => void): void =>
  fc.assert(
    fc.property(
      anyRequestAndNow,
      fc.constantFrom('half' as const, 'trail' as const, 'ultra' as const),
      ({ request, now }, kind) => {
        const all: PlanRequest = {
          event: { ...request.event, kind, went: 'well' },
          person: { ...request.person, owns: tools, barred: [] },
          reports: request.reports.filter((report) => report.kind !== 'soreness'),
        };
        holds(planFor(all, now), all);
      },
    ),
    { numRuns: runs(200, 4000) },
  );
