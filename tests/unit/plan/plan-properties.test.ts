/** Properties of every plan, whatever the event, the person and the reports. The tests state the limits themselves, and do not import them. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Plan, planFor, stepsOf } from '../../../src/plan/plan.ts';
import { type PlanRequest, tools } from '../../../src/plan/plan-request.ts';
import { reasons } from '../../../src/plan/rules/reasons.ts';
import { sources } from '../../../src/plan/rules/sources.ts';
import type { ActionOf, Step } from '../../../src/plan/step.ts';
import { momentOf } from '../../../src/plan/time/wall-clock.ts';
import { findProgram } from '../../../src/program/presets.ts';
import { legParts } from '../../../src/program/program.ts';
import { runs } from '../../seed.ts';
import { anyPerson, anyRequest, anyRequestAndNow } from './any-request.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Steps that are planned and not yet over, locked or not. */
const open = (plan: Plan): readonly Step[] =>
  stepsOf(plan).filter(({ state }) => state.kind === 'due' || state.kind === 'locked');

const actions = <Kind extends Step['action']['kind']>(steps: readonly Step[], kind: Kind) =>
  steps.flatMap((step) =>
    step.action.kind === kind ? [{ step, action: step.action as ActionOf<Kind>, at: step.at }] : [],
  );

const always = (holds: (plan: Plan, request: PlanRequest) => void, times = 100): void =>
  fc.assert(
    fc.property(anyRequestAndNow, ({ request, now }) => holds(planFor(request, now), request)),
    { numRuns: runs(times, 20 * times) },
  );

/** Checks plans that have every kind of step: after runs, and with all tools. */
const withEverything = (holds: (plan: Plan, request: PlanRequest) => void): void =>
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

interface Session {
  readonly from: number;
  readonly until: number;
  readonly rate: number;
  readonly day: string;
  readonly planned: boolean;
}

/** Dose per minute of the zone with the highest pressure, as if it were squeezed all the time. */
function rateOf({ program, pressure }: ActionOf<'boots'>): number {
  const shape = findProgram(program)?.shape;
  if (shape === undefined) throw new Error(`no program ${program}`);
  const peaks = legParts.map((part) => shape[part]).filter(({ enabled }) => enabled);
  return Math.max(
    0,
    ...peaks.map(({ fraction, trim, boost }) => pressure * fraction + trim + boost.pressure - 30),
  );
}

function sessionsOf(plan: Plan, { event, reports }: PlanRequest): readonly Session[] {
  const planned = actions(open(plan), 'boots').map(({ action, at }): Session => {
    const from = momentOf(at, event.zone);
    return {
      from,
      until: from + action.minutes * MINUTE,
      rate: rateOf(action),
      day: at.slice(0, 10),
      planned: true,
    };
  });
  const done = reports.flatMap((report): readonly Session[] => {
    if (report.kind !== 'session') return [];
    const from = momentOf(report.at, event.zone);
    const rate =
      report.dose === null ? Math.max(0, report.peakMmhg - 30) : report.dose / Math.max(1, report.minutes);
    return [
      {
        from,
        until: from + report.minutes * MINUTE,
        rate,
        day: report.at.slice(0, 10),
        planned: false,
      },
    ];
  });
  return [...planned, ...done];
}

/** Dose of all sessions between two times, in mmHg·min. */
const doseWithin = (sessions: readonly Session[], from: number, until: number): number =>
  sessions.reduce(
    (sum, session) =>
      sum +
      (session.rate * Math.max(0, Math.min(session.until, until) - Math.max(session.from, from))) / MINUTE,
    0,
  );

describe('every plan', () => {
  it('has a walk of the base layer on every day, whatever the tools, reports, skipped steps and locks', () => {
    always((plan) => {
      for (const { steps } of plan.days)
        expect(steps.some(({ base, action }) => base && action.kind === 'walk')).toBe(true);
    });
  });

  it('only gains steps from tools that the person owns', () => {
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

  it('gives every step a reason and a source', () => {
    always((plan) => {
      for (const { why, sources: of } of stepsOf(plan)) {
        expect(reasons).toContain(why);
        expect(of.length).toBeGreaterThan(0);
        for (const source of of) expect(sources).toHaveProperty(source);
      }
    });
  });

  it('leaves two hours between the event and the boots and between sessions, and has at most two sessions a day', () => {
    always((plan, request) => {
      const finish = momentOf(request.event.at, request.event.zone);
      const sessions = sessionsOf(plan, request);
      for (const one of sessions.filter(({ planned }) => planned)) {
        expect(one.from - finish).toBeGreaterThanOrEqual(2 * HOUR);
        expect(sessions.filter(({ day }) => day === one.day).length).toBeLessThanOrEqual(
          Math.max(2, sessions.filter(({ day, planned }) => day === one.day && !planned).length),
        );
        for (const other of sessions) {
          if (other === one) continue;
          const gap = one.from < other.from ? other.from - one.until : one.from - other.until;
          expect(gap).toBeGreaterThanOrEqual(2 * HOUR);
        }
      }
    }, 300);
  });

  it('plans no session that brings a zone above 1500 mmHg·min in any 24 hours', () => {
    always((plan, request) => {
      const sessions = sessionsOf(plan, request);
      const planned = sessions.filter((session) => session.planned);
      const edges = sessions.flatMap(({ from, until }) => [from, until, from - 24 * HOUR, until - 24 * HOUR]);
      for (const from of edges) {
        const touches = planned.some(
          (one) => one.from < from + 24 * HOUR && one.until > from && one.rate > 0,
        );
        if (touches) expect(doseWithin(sessions, from, from + 24 * HOUR)).toBeLessThanOrEqual(1500.01);
      }
    }, 300);
  });

  it('stays within the person’s highest pressure, 65 mmHg and 30 minutes', () => {
    always((plan, { person }) => {
      for (const { action } of actions(open(plan), 'boots')) {
        expect(action.pressure).toBeLessThanOrEqual(Math.min(person.highest, 65));
        expect(action.pressure).toBeGreaterThanOrEqual(20);
        expect(action.minutes).toBeLessThanOrEqual(30);
      }
    });
  });

  it('has no deep massage in the first two days, or after an ultra in the first four', () => {
    withEverything((plan, { event }) => {
      const isUltra = event.kind === 'ultra' || (event.kind === 'trail' && (event.distanceKm ?? 0) > 42.2);
      const finish = momentOf(event.at, event.zone);
      for (const { action, at, step } of actions(open(plan), 'massage')) {
        if (action.depth === 'light') continue;
        expect(momentOf(at, event.zone) - finish).toBeGreaterThanOrEqual((isUltra ? 96 : 48) * HOUR);
        expect(step.day).toBeGreaterThanOrEqual(2);
        expect(action.secondsASpot).toBeLessThanOrEqual(60);
      }
    });
  });

  it('has the vibration plate only 24 to 72 hours after the event, with at most 30 Hz, 2 mm and 10 minutes', () => {
    withEverything((plan, { event }) => {
      const finish = momentOf(event.at, event.zone);
      for (const { action, at } of actions(open(plan), 'plate')) {
        const since = momentOf(at, event.zone) - finish;
        expect(since).toBeGreaterThanOrEqual(24 * HOUR);
        expect(since + action.minutes * MINUTE).toBeLessThanOrEqual(72 * HOUR);
        expect([action.hertz <= 30, action.millimetres <= 2, action.minutes <= 10]).toEqual([
          true,
          true,
          true,
        ]);
      }
    });
  });

  it('has no running before day 4, none for a person who is hurt, and none above soreness 3', () => {
    always((plan, { event }) => {
      for (const { action, step } of actions(open(plan), 'run')) {
        expect(step.day).toBeGreaterThanOrEqual(4);
        expect(event.went).not.toBe('hurt');
        expect(action.sorenessAtMost).toBe(3);
        expect(action.minutes).toBeLessThanOrEqual(40);
      }
    });
  });

  it('is gentle from the day a soreness of 7 is reported until less is reported', () => {
    always((plan, { reports }) => {
      const told = reports.flatMap((report) => (report.kind === 'soreness' ? [report] : []));
      const last = told.at(-1);
      if (last === undefined || last.soreness < 7) return;
      for (const { action, date } of open(plan)) {
        if (date < last.at.slice(0, 10)) continue;
        expect(['run', 'plate']).not.toContain(action.kind);
        if (action.kind === 'boots') expect(action.pressure).toBeLessThanOrEqual(50);
        if (action.kind === 'massage') expect(action.depth).toBe('light');
        if (action.kind === 'walk') expect(action.minutes).toBeLessThanOrEqual(10);
      }
    });
  });

  it('has no overlapping steps', () => {
    always((plan) => {
      const spans = open(plan)
        .filter(({ state }) => state.kind === 'due')
        .flatMap(({ at, action, id }) => {
          const every = action.kind === 'walk' ? action.every : null;
          return Array.from({ length: every?.times ?? 1 }, (_, index) => {
            const from = Date.parse(`${at}Z`) + index * (every?.minutes ?? 0) * MINUTE;
            return { id, from, until: from + action.minutes * MINUTE };
          });
        })
        .sort((one, other) => one.from - other.from);
      spans.forEach((span, index) => {
        const before = spans[index - 1];
        if (before !== undefined)
          expect([before.id, span.id, before.until <= span.from]).toEqual([before.id, span.id, true]);
      });
    });
  });

  it('has no due step whose time is over', () => {
    fc.assert(
      fc.property(anyRequestAndNow, ({ request, now }) => {
        if (now === null || now < request.event.at) return;
        for (const { state, at, action } of stepsOf(planFor(request, now))) {
          if (state.kind !== 'due' || (action.kind === 'walk' && action.every !== null)) continue;
          expect(Date.parse(`${at}Z`) + action.minutes * MINUTE).toBeGreaterThan(Date.parse(`${now}Z`));
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
