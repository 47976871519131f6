/** What holds for all plans, tested with random events, people and reports. plan-limits.test.ts tests the limits of plans. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planFor, stepsOf } from '../../../src/plan/plan.ts';
import { tools } from '../../../src/plan/plan-request.ts';
import { reasons } from '../../../src/plan/rules/reasons.ts';
import { sources } from '../../../src/plan/rules/sources.ts';
import { runs } from '../../seed.ts';
import { always, MINUTE, open, withEverything } from './any-plan.ts';
import { anyPerson, anyRequest, anyRequestAndNow } from './any-request.ts';

describe('every plan', () => {
  it('has a walk of the base layer on every day, whatever the tools, reports, skipped steps and locks', () => {
    always((plan) => {
      for (const { steps } of plan.days)
        expect(steps.some(({ base, action }) => base && action.kind === 'walk')).toBe(true);
    });
  });

  it('keeps every step that it has without tools when the person owns some', () => {
    fc.assert(
      fc.property(anyRequest, anyPerson, (request, { owns }) => {
        const event = { ...request.event };
        const without = planFor({ event, person: { ...request.person, owns: [] }, reports: [] }, null);
        const richer = planFor({ event, person: { ...request.person, owns }, reports: [] }, null);
        const ids = new Set(stepsOf(richer).map(({ id }) => id));
        expect(stepsOf(without).filter(({ id }) => !ids.has(id))).toEqual([]);
      }),
      { numRuns: runs(100, 2000) },
    );
  });

  it('uses no tool that the person does not own or that the screening rules out', () => {
    always((plan, { person }) => {
      for (const { needs, action } of open(plan)) {
        if (needs !== null) {
          expect(person.owns).toContain(needs);
          expect(person.barred).not.toContain(needs);
        }
        if (tools.some((tool) => tool === action.kind)) expect(needs).toBe(action.kind);
        if (action.kind === 'massage' && action.by === 'massager') expect(needs).toBe('massager');
      }
    });
  });

  it('has no work that the screening forbids, whatever was skipped, moved or locked', () => {
    always((plan, { person: { forbidden = [] } }) => {
      for (const { action } of stepsOf(plan)) {
        expect(forbidden).not.toContain(action.kind);
        if (action.kind === 'stretch' && action.manner === 'cramp')
          expect(forbidden).not.toContain('massage');
      }
    }, 300);
  });

  it('asks about warning signs before all work on the legs with tools or hands in the days after an ultra', () => {
    withEverything((plan, { event }) => {
      if (event.kind !== 'ultra' && !(event.kind === 'trail' && (event.distanceKm ?? 0) > 42.2)) return;
      for (const { id, day, action, askFirst } of stepsOf(plan)) {
        if (day > 3 || !['boots', 'roller', 'massage', 'plate'].includes(action.kind)) continue;
        expect([id, askFirst]).toEqual([id, 'after-ultra']);
      }
    });
  });

  it('gives every step a reason and a source', () => {
    always((plan) => {
      for (const { why, sources: of } of stepsOf(plan)) {
        expect(reasons).toContain(why);
        expect(of.length).toBeGreaterThan(0);
        for (const source of of) expect(sources).toHaveProperty(source);
      }
    });
  });

  it('has no overlapping steps', () => {
    always((plan) => {
      const spans = open(plan)
        .filter(({ state }) => state.kind === 'due')
        .map(({ at, action, id }) => {
          const from = Date.parse(`${at}Z`);
          return { id, from, until: from + action.minutes * MINUTE };
        })
        .sort((one, other) => one.from - other.from);
      spans.forEach((span, index) => {
        const before = spans[index - 1];
        if (before !== undefined)
          expect([before.id, span.id, before.until <= span.from]).toEqual([before.id, span.id, true]);
      });
    });
  });

  it('has no due step whose time is over; that of an hourly walk lasts 10 min longer', () => {
    fc.assert(
      fc.property(anyRequestAndNow, ({ request, now }) => {
        if (now === null || now < request.event.at) return;
        for (const { state, at, action } of stepsOf(planFor(request, now))) {
          if (state.kind !== 'due') continue;
          const lasts = action.minutes + (action.kind === 'walk' && action.hourly ? 10 : 0);
          expect(Date.parse(`${at}Z`) + lasts * MINUTE).toBeGreaterThan(Date.parse(`${now}Z`));
        }
      }),
      { numRuns: runs(100, 3000) },
    );
  });

  it('has each id once, and each step on its day', () => {
    always((plan) => {
      const ids = stepsOf(plan).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { steps, day } of plan.days) for (const step of steps) expect(step.day).toBe(day);
    });
  });

  it('is the same for the same input, which it does not change', () => {
    fc.assert(
      fc.property(anyRequestAndNow, ({ request, now }) => {
        const before = JSON.stringify(request);
        const plan = JSON.stringify(planFor(request, now));
        expect(JSON.stringify(planFor(request, now))).toBe(plan);
        expect(JSON.stringify(request)).toBe(before);
      }),
      { numRuns: runs(100, 1000) },
    );
  });
});

describe('signs', () => {
  it.each([
    ['dark-urine', 'urgent'],
    ['severe-pain', 'urgent'],
    ['emergency', 'emergency'],
  ] as const)('%s lock every step that is still to come, until cleared', (kind, sign) => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const at = request.event.at;
        const reports = [...request.reports, { kind, at } as const];
        const steps = stepsOf(planFor({ ...request, reports }, null));
        expect(steps.filter(({ state }) => state.kind === 'due')).toEqual([]);
        const cleared = [{ kind, at } as const, { kind: 'cleared', at, sign } as const];
        expect(planFor({ ...request, reports: cleared }, null).locks).toEqual([]);
      }),
      { numRuns: runs(60, 500) },
    );
  });

  it('of a clot lock every step that presses, shakes or trains a leg', () => {
    fc.assert(
      fc.property(anyRequest, fc.constantFrom('one-calf' as const, 'girth' as const), (request, kind) => {
        const at = request.event.at;
        const sign = kind === 'girth' ? { kind, at, leftCm: 36, rightCm: 39 } : { kind, at };
        const steps = stepsOf(planFor({ ...request, reports: [...request.reports, sign] }, null));
        const due = steps.filter(({ state }) => state.kind === 'due').map(({ action }) => action.kind);
        expect(due.filter((each) => !['walk', 'drink', 'warm', 'rest', 'wind-down'].includes(each))).toEqual(
          [],
        );
      }),
      { numRuns: runs(60, 500) },
    );
  });
});
