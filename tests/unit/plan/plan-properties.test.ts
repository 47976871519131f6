/** What holds for every plan, whatever the event, the person and the reports. The figures are those of the design, not of the code. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Asked, tools } from '../../../src/plan/asked.ts';
import { type Plan, planFor, stepsOf } from '../../../src/plan/plan.ts';
import { reasons } from '../../../src/plan/rules/reasons.ts';
import { sources } from '../../../src/plan/rules/sources.ts';
import type { DeedOf, Step } from '../../../src/plan/step.ts';
import { momentOf } from '../../../src/plan/time/wall-clock.ts';
import { findProgram } from '../../../src/program/presets.ts';
import { legParts } from '../../../src/program/program.ts';
import { runs } from '../../seed.ts';
import { anyAsked, anyAskedAndNow, anyPerson } from './any-asked.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Planned and not yet over, locked or not. */
const open = (plan: Plan): readonly Step[] =>
  stepsOf(plan).filter(({ state }) => state.kind === 'due' || state.kind === 'locked');

const deeds = <Kind extends Step['deed']['kind']>(steps: readonly Step[], kind: Kind) =>
  steps.flatMap((step) =>
    step.deed.kind === kind ? [{ step, deed: step.deed as DeedOf<Kind>, at: step.at }] : [],
  );

const always = (holds: (plan: Plan, asked: Asked) => void, times = 100): void =>
  fc.assert(
    fc.property(anyAskedAndNow, ({ asked, now }) => holds(planFor(asked, now), asked)),
    { numRuns: runs(times, 20 * times) },
  );

/** Plans that have every kind of step: of runs, and with all tools. */
const withEverything = (holds: (plan: Plan, asked: Asked) => void): void =>
  fc.assert(
    fc.property(
      anyAskedAndNow,
      fc.constantFrom('half' as const, 'trail' as const, 'ultra' as const),
      ({ asked, now }, kind) => {
        const all: Asked = {
          event: { ...asked.event, kind, went: 'well' },
          person: { ...asked.person, owns: tools, barred: [] },
          reports: asked.reports.filter((report) => report.kind !== 'soreness'),
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

/** Dose of the zone that gets most, as if squeezed all the time. */
function rateOf({ program, pressure }: DeedOf<'boots'>): number {
  const shape = findProgram(program)?.shape;
  if (shape === undefined) throw new Error(`no program ${program}`);
  const peaks = legParts.map((part) => shape[part]).filter(({ enabled }) => enabled);
  return Math.max(
    0,
    ...peaks.map(({ fraction, trim, boost }) => pressure * fraction + trim + boost.pressure - 30),
  );
}

function sessionsOf(plan: Plan, { event, reports }: Asked): readonly Session[] {
  const planned = deeds(open(plan), 'boots').map(({ deed, at }): Session => {
    const from = momentOf(at, event.zone);
    return {
      from,
      until: from + deed.minutes * MINUTE,
      rate: rateOf(deed),
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

/** mmHg·min within a window. */
const doseWithin = (sessions: readonly Session[], from: number, until: number): number =>
  sessions.reduce(
    (sum, session) =>
      sum +
      (session.rate * Math.max(0, Math.min(session.until, until) - Math.max(session.from, from))) / MINUTE,
    0,
  );

describe('every plan', () => {
  it('has a step of the base layer on every day, whatever is owned, reported, skipped or locked', () => {
    always((plan) => {
      for (const { steps } of plan.days)
        expect(steps.some(({ base, deed }) => base && deed.kind === 'walk')).toBe(true);
    });
  });

  it('only gains steps from tools that are owned', () => {
    fc.assert(
      fc.property(anyAsked, anyPerson, (asked, { owns }) => {
        const event = { ...asked.event };
        const without = planFor({ event, person: { ...asked.person, owns: [] }, reports: [] }, null);
        const richer = planFor({ event, person: { ...asked.person, owns }, reports: [] }, null);
        const ids = new Set(stepsOf(richer).map(({ id }) => id));
        expect(stepsOf(without).filter(({ id }) => !ids.has(id))).toEqual([]);
      }),
      { numRuns: runs(100, 2000) },
    );
  });

  it('uses no tool that is not owned or that the screening rules out', () => {
    always((plan, { person }) => {
      for (const { needs, deed } of open(plan)) {
        if (needs !== null) {
          expect(person.owns).toContain(needs);
          expect(person.barred).not.toContain(needs);
        }
        if (tools.some((tool) => tool === deed.kind)) expect(needs).toBe(deed.kind);
        if (deed.kind === 'massage' && deed.by === 'massager') expect(needs).toBe('massager');
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

  it('leaves two hours from the event to the boots and between sessions, with two sessions a day at most', () => {
    always((plan, asked) => {
      const finish = momentOf(asked.event.at, asked.event.zone);
      const sessions = sessionsOf(plan, asked);
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
    always((plan, asked) => {
      const sessions = sessionsOf(plan, asked);
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

  it('exceeds neither the pressure that the person allows nor, when very sore, 50 mmHg', () => {
    always((plan, { person }) => {
      for (const { deed } of deeds(open(plan), 'boots')) {
        expect(deed.pressure).toBeLessThanOrEqual(Math.min(person.highest, 65));
        expect(deed.pressure).toBeGreaterThanOrEqual(20);
        expect(deed.minutes).toBeLessThanOrEqual(30);
      }
    });
  });

  it('has no deep work in the first two days, after an ultra in the first four', () => {
    withEverything((plan, { event }) => {
      const isUltra = event.kind === 'ultra' || (event.kind === 'trail' && (event.distanceKm ?? 0) > 42.2);
      const finish = momentOf(event.at, event.zone);
      for (const { deed, at, step } of deeds(open(plan), 'massage')) {
        if (deed.depth === 'light') continue;
        expect(momentOf(at, event.zone) - finish).toBeGreaterThanOrEqual((isUltra ? 96 : 48) * HOUR);
        expect(step.day).toBeGreaterThanOrEqual(2);
        expect(deed.secondsASpot).toBeLessThanOrEqual(60);
      }
    });
  });

  it('has the plate at 24 to 72 hours only, at 30 Hz and 2 mm at most, for 10 minutes', () => {
    withEverything((plan, { event }) => {
      const finish = momentOf(event.at, event.zone);
      for (const { deed, at } of deeds(open(plan), 'plate')) {
        const since = momentOf(at, event.zone) - finish;
        expect(since).toBeGreaterThanOrEqual(24 * HOUR);
        expect(since + deed.minutes * MINUTE).toBeLessThanOrEqual(72 * HOUR);
        expect([deed.hertz <= 30, deed.millimetres <= 2, deed.minutes <= 10]).toEqual([true, true, true]);
      }
    });
  });

  it('has no running before day 4, none for a person who is hurt, and none above soreness 3', () => {
    always((plan, { event }) => {
      for (const { deed, step } of deeds(open(plan), 'run')) {
        expect(step.day).toBeGreaterThanOrEqual(4);
        expect(event.went).not.toBe('hurt');
        expect(deed.sorenessAtMost).toBe(3);
        expect(deed.minutes).toBeLessThanOrEqual(40);
      }
    });
  });

  it('is gentle from the day a soreness of 7 is reported until less is reported', () => {
    always((plan, { reports }) => {
      const told = reports.flatMap((report) => (report.kind === 'soreness' ? [report] : []));
      const last = told.at(-1);
      if (last === undefined || last.soreness < 7) return;
      for (const { deed, date } of open(plan)) {
        if (date < last.at.slice(0, 10)) continue;
        expect(['run', 'plate']).not.toContain(deed.kind);
        if (deed.kind === 'boots') expect(deed.pressure).toBeLessThanOrEqual(50);
        if (deed.kind === 'massage') expect(deed.depth).toBe('light');
        if (deed.kind === 'walk') expect(deed.minutes).toBeLessThanOrEqual(10);
      }
    });
  });

  it('overlaps no step with another', () => {
    always((plan) => {
      const spans = open(plan)
        .filter(({ state }) => state.kind === 'due')
        .flatMap(({ at, deed, id }) => {
          const every = deed.kind === 'walk' ? deed.every : null;
          return Array.from({ length: every?.times ?? 1 }, (_, index) => {
            const from = Date.parse(`${at}Z`) + index * (every?.minutes ?? 0) * MINUTE;
            return { id, from, until: from + deed.minutes * MINUTE };
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

  it('offers nothing whose time is over', () => {
    fc.assert(
      fc.property(anyAskedAndNow, ({ asked, now }) => {
        if (now === null || now < asked.event.at) return;
        for (const { state, at, deed } of stepsOf(planFor(asked, now))) {
          if (state.kind !== 'due' || (deed.kind === 'walk' && deed.every !== null)) continue;
          expect(Date.parse(`${at}Z`) + deed.minutes * MINUTE).toBeGreaterThan(Date.parse(`${now}Z`));
        }
      }),
      { numRuns: runs(100, 3000) },
    );
  });

  it('names each step once, and each on a day of the plan', () => {
    always((plan) => {
      const ids = stepsOf(plan).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { steps, day } of plan.days) for (const step of steps) expect(step.day).toBe(day);
    });
  });

  it('is the same for the same input, and leaves the input alone', () => {
    fc.assert(
      fc.property(anyAskedAndNow, ({ asked, now }) => {
        const before = JSON.stringify(asked);
        const plan = JSON.stringify(planFor(asked, now));
        expect(JSON.stringify(planFor(asked, now))).toBe(plan);
        expect(JSON.stringify(asked)).toBe(before);
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
  ] as const)('%s closes every step that is still to come, until cleared', (kind, sign) => {
    fc.assert(
      fc.property(anyAsked, (asked) => {
        const at = asked.event.at;
        const reports = [...asked.reports, { kind, at } as const];
        const steps = stepsOf(planFor({ ...asked, reports }, null));
        expect(steps.filter(({ state }) => state.kind === 'due')).toEqual([]);
        const cleared = [{ kind, at } as const, { kind: 'cleared', at, sign } as const];
        expect(planFor({ ...asked, reports: cleared }, null).locks).toEqual([]);
      }),
      { numRuns: runs(60, 500) },
    );
  });

  it('of a clot close all that presses, shakes or trains a leg', () => {
    fc.assert(
      fc.property(anyAsked, fc.constantFrom('one-calf' as const, 'girth' as const), (asked, kind) => {
        const at = asked.event.at;
        const sign = kind === 'girth' ? { kind, at, leftCm: 36, rightCm: 39 } : { kind, at };
        const steps = stepsOf(planFor({ ...asked, reports: [...asked.reports, sign] }, null));
        const due = steps.filter(({ state }) => state.kind === 'due').map(({ deed }) => deed.kind);
        expect(due.filter((each) => !['walk', 'drink', 'warm', 'rest', 'wind-down'].includes(each))).toEqual(
          [],
        );
      }),
      { numRuns: runs(60, 500) },
    );
  });
});
