import { expect, it } from 'vitest';
import { MOST_REPORTS } from '../../../src/plan/document/format.ts';
import { planText, readPlan } from '../../../src/plan/document.ts';
import { planFor } from '../../../src/plan/plan.ts';
import type { Report } from '../../../src/plan/plan-request.ts';
import { withoutReport, withoutStep, withReport } from '../../../src/plan/reporting.ts';
import { at, requestFor, stepOf } from './request-for.ts';

const now = at('2026-11-30T09:00');
const done: Report = { at: now, kind: 'done', step: 'day1-walk' };

it('a step is marked as done, and the mark is withdrawn without a trace', () => {
  const asked = requestFor('marathon');
  const reported = withReport(asked, done);
  expect(stepOf(planFor(reported, now), 'day1-walk').state.kind).toBe('done');
  expect(withoutStep(reported, 'day1-walk')).toEqual(asked);
  expect(withoutStep(withReport(reported, { ...done, kind: 'skipped' }), 'day1-walk')).toEqual(asked);
});

it('withdrawing a step keeps its session, because the legs have had it', () => {
  const session: Report = {
    at: now,
    kind: 'session',
    step: 'day1-boots',
    minutes: 25,
    peakMmhg: 60,
    dose: null,
  };
  const { reports } = withoutStep(withReport(requestFor('marathon'), session), 'day1-boots');
  expect(reports).toEqual([{ ...session, step: null }]);
});

it('withdrawing a sign that was reported by mistake leaves the same sign of another report', () => {
  const sign: Report = { at: now, kind: 'one-calf' };
  const twice = withReport(withReport(requestFor('marathon'), { ...sign }), sign);
  expect(planFor(twice, now).locks).toHaveLength(1);
  const once = withoutReport(twice, sign);
  expect(once.reports).toHaveLength(1);
  expect(planFor(withoutReport(once, once.reports[0] ?? sign), now).locks).toEqual([]);
});

it('the oldest reports are dropped before a plan is too large for a file, but never a sign', () => {
  let asked = withReport(requestFor('marathon'), { at: now, kind: 'weakness' });
  for (let report = 0; report < MOST_REPORTS + 20; report++) {
    asked = withReport(asked, { at: now, kind: 'soreness', soreness: report % 10 });
  }
  expect(asked.reports).toHaveLength(MOST_REPORTS);
  expect(asked.reports[0]).toMatchObject({ kind: 'weakness' });
  expect(asked.reports.at(-1)).toMatchObject({ soreness: (MOST_REPORTS + 19) % 10 });
  expect(readPlan(planText(asked)).ok).toBe(true);
});
