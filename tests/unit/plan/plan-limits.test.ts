/**
 * Plans for random events, people and reports keep the limits of plans. The tests contain the figures of the limits, instead of importing
 * them from the code under test.
 */

import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/plan/plan.ts';
import type { PlanRequest } from '../../../src/plan/plan-request.ts';
import type { ActionOf } from '../../../src/plan/step.ts';
import { momentOf } from '../../../src/plan/time/wall-clock.ts';
import { findProgram } from '../../../src/program/presets.ts';
import { legParts } from '../../../src/program/program.ts';
import { actions, always, HOUR, MINUTE, open, withEverything } from './any-plan.ts';

interface Session {
  readonly from: number;
  readonly until: number;
  readonly rate: number;
  readonly day: string;
  readonly planned: boolean;
}

/** Dose per minute, mmHg above 30, of the zone with the highest pressure, as if it were squeezed all the time. */
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

/** Dose of the sessions between two times, mmHg·min. */
const doseWithin = (sessions: readonly Session[], from: number, until: number): number =>
  sessions.reduce(
    (sum, session) =>
      sum +
      (session.rate * Math.max(0, Math.min(session.until, until) - Math.max(session.from, from))) / MINUTE,
    0,
  );

const isAfterUltra = ({ kind, distanceKm }: PlanRequest['event']): boolean =>
  kind === 'ultra' || (kind === 'trail' && (distanceKm ?? 0) > 42.2);

describe('every plan', () => {
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

  it('has the boots at 20 mmHg or more, at the person’s highest pressure or 65 mmHg at most, for 30 minutes at most', () => {
    always((plan, { person }) => {
      for (const { action } of actions(open(plan), 'boots')) {
        expect(action.pressure).toBeLessThanOrEqual(Math.min(person.highest, 65));
        expect(action.pressure).toBeGreaterThanOrEqual(20);
        expect(action.minutes).toBeLessThanOrEqual(30);
      }
    });
  });

  it('has only light massage in the first two days, or after an ultra in the first four, and other massage for 60 s a spot at most', () => {
    withEverything((plan, { event }) => {
      const finish = momentOf(event.at, event.zone);
      for (const { action, at, step } of actions(open(plan), 'massage')) {
        if (action.depth === 'light') continue;
        expect(momentOf(at, event.zone) - finish).toBeGreaterThanOrEqual(
          (isAfterUltra(event) ? 96 : 48) * HOUR,
        );
        expect(step.day).toBeGreaterThanOrEqual(2);
        expect(action.secondsASpot).toBeLessThanOrEqual(60);
      }
    });
  });

  it('has the vibration plate only 24 to 72 hours after the event, or after an ultra 48 to 72, with at most 30 Hz, 2 mm and 10 minutes', () => {
    withEverything((plan, { event }) => {
      const finish = momentOf(event.at, event.zone);
      for (const { action, at } of actions(open(plan), 'plate')) {
        const since = momentOf(at, event.zone) - finish;
        expect(since).toBeGreaterThanOrEqual((isAfterUltra(event) ? 48 : 24) * HOUR);
        expect(since + action.minutes * MINUTE).toBeLessThanOrEqual(72 * HOUR);
        expect([action.hertz <= 30, action.millimetres <= 2, action.minutes <= 10]).toEqual([
          true,
          true,
          true,
        ]);
      }
    });
  });

  it('has running only from day 4 on, for 40 minutes at most, up to soreness 3, and none for a person who is hurt', () => {
    always((plan, { event }) => {
      for (const { action, step } of actions(open(plan), 'run')) {
        expect(step.day).toBeGreaterThanOrEqual(4);
        expect(event.went).not.toBe('hurt');
        expect(action.sorenessAtMost).toBe(3);
        expect(action.minutes).toBeLessThanOrEqual(40);
      }
    });
  });

  it('has no run, no plate, 50 mmHg, light massage and walks of 10 minutes at most from the day a soreness of 7 is reported until less is reported', () => {
    always((plan, { reports }) => {
      const sorenessReports = reports.flatMap((report) => (report.kind === 'soreness' ? [report] : []));
      const last = sorenessReports.at(-1);
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
});
