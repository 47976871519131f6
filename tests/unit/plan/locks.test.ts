/** What warning signs lock, and what ends a lock. A wrong clock does not end it. */

import { describe, expect, it } from 'vitest';
import { causeOf } from '../../../src/plan/change/locks.ts';
import { planFor, stepsOf } from '../../../src/plan/plan.ts';
import type { bareReports, Report } from '../../../src/plan/plan-request.ts';
import { at, requestFor, stepOf } from './request-for.ts';

const bare = (when: string, kind: (typeof bareReports)[number]): Report => ({
  at: at(when),
  kind,
});
const locks = (reports: readonly Report[], now: string | null) =>
  planFor(requestFor('marathon', { reports }), now === null ? null : at(now)).locks;

describe('tingling', () => {
  const began = bare('2026-11-30T18:30', 'tingling');

  it('locks the boots and nothing else', () => {
    const plan = planFor(requestFor('marathon', { reports: [began] }), at('2026-11-30T19:00'));
    const closed = stepsOf(plan).filter(({ state }) => state.kind === 'locked');
    expect(closed.length).toBeGreaterThan(0);
    expect(new Set(closed.map(({ action }) => action.kind))).toEqual(new Set(['boots']));
    expect(plan.locks).toEqual([{ sign: 'tingling', since: '2026-11-30T18:30', opens: null }]);
  });

  it('that is gone after an hour keeps them locked for 24 hours', () => {
    const reports = [began, bare('2026-11-30T19:30', 'tingling-gone')];
    const plan = planFor(requestFor('marathon', { reports }), at('2026-12-01T07:00'));
    expect(plan.locks).toEqual([{ sign: 'tingling', since: '2026-11-30T18:30', opens: '2026-12-01T18:30' }]);
    expect(stepOf(plan, 'day2-boots').state).toEqual({ kind: 'locked' });
    expect(stepOf(plan, 'day3-boots').state).toEqual({ kind: 'due' });
    expect(locks(reports, '2026-12-01T18:30')).toEqual([]);
  });

  it('that lasts for more than 24 hours needs a clinician, even if it is reported gone later', () => {
    const nerve = [{ sign: 'nerve', since: '2026-11-30T18:30', opens: 'clinician' }];
    expect(locks([began], '2026-12-01T18:30')).toMatchObject([{ sign: 'tingling' }]);
    expect(locks([began], '2026-12-01T18:31')).toEqual(nerve);
    expect(locks([began, bare('2026-12-02T08:00', 'tingling-gone')], '2026-12-05T08:00')).toEqual(nerve);
    expect(locks([began, bare('2026-12-01T08:00', 'tingling')], '2026-12-01T18:31')).toEqual(nerve);
  });

  it('is cleared with the nerve', () => {
    const cleared: Report = { at: at('2026-12-02T12:00'), kind: 'cleared', sign: 'nerve' };
    expect(locks([began, cleared], '2026-12-05T08:00')).toEqual([]);
  });
});

describe('girth', () => {
  const girth = (leftCm: number, rightCm: number): Report => ({
    at: at('2026-12-01T08:00'),
    kind: 'girth',
    leftCm,
    rightCm,
  });
  it('that differs by 3 cm or more locks; a smaller difference does not', () => {
    expect(locks([girth(36, 39)], null)).toMatchObject([{ sign: 'clot', opens: 'clinician' }]);
    expect(locks([girth(39, 36)], null)).toMatchObject([{ sign: 'clot' }]);
    expect(locks([girth(36, 38.9)], null)).toEqual([]);
  });
});

describe('the report to withdraw if a lock was a mistake', () => {
  const girth = (leftCm: number): Report => ({
    at: at('2026-12-01T08:00'),
    kind: 'girth',
    leftCm,
    rightCm: 36,
  });
  const weak = bare('2026-12-01T08:00', 'weakness');
  const tingling = bare('2026-12-01T09:00', 'tingling');
  const cleared: Report = { at: at('2026-12-01T12:00'), kind: 'cleared', sign: 'clot' };

  it('is the last one that causes it: not a later measurement, nor a sign that does not lock by itself', () => {
    const [swollen, even] = [girth(40), girth(36)];
    expect(causeOf([swollen, even], 'clot')).toBe(swollen);
    expect(causeOf([even], 'clot')).toBeNull();
    expect(causeOf([weak, tingling], 'nerve')).toBe(weak);
    expect(causeOf([tingling], 'nerve')).toBe(tingling);
  });

  it('is none that a clinician has lifted', () => {
    const calf = bare('2026-12-01T13:00', 'one-calf');
    expect(causeOf([girth(40), cleared, calf], 'clot')).toBe(calf);
    expect(causeOf([calf, cleared], 'clot')).toBeNull();
    expect(causeOf([tingling, { ...cleared, sign: 'nerve' }], 'nerve')).toBeNull();
  });

  it('lifts the lock', () => {
    const reports = [bare('2026-12-01T07:00', 'dark-urine'), girth(40), girth(36), weak, tingling];
    for (const { sign } of locks(reports, null)) {
      const cause = causeOf(reports, sign);
      const left = locks(
        reports.filter((one) => one !== cause),
        null,
      );
      expect(left.map((lock) => lock.sign)).not.toContain(sign);
    }
  });
});

describe('a lock', () => {
  it('is listed with the others by gravity, the gravest first', () => {
    const reports = [
      bare('2026-12-01T08:00', 'weakness'),
      bare('2026-12-01T08:05', 'emergency'),
      bare('2026-12-01T08:10', 'one-calf'),
    ];
    expect(locks(reports, null).map(({ sign }) => sign)).toEqual(['emergency', 'clot', 'nerve']);
  });

  it('ends only if a clinician clears that sign after it was reported', () => {
    const sign = bare('2026-12-01T08:00', 'one-calf');
    const cleared = (sign: 'clot' | 'nerve'): Report => ({
      at: at('2026-12-01T15:00'),
      kind: 'cleared',
      sign,
    });
    expect(locks([sign, cleared('nerve')], null)).toHaveLength(1);
    expect(locks([sign, cleared('clot')], null)).toEqual([]);
    expect(locks([cleared('clot'), sign], null)).toHaveLength(1);
  });

  it.each(['2001-01-01T00:00', '2026-11-29T12:00', '2026-12-01T08:00', '2090-01-01T00:00'])(
    'of a clot holds even if the clock shows %s',
    (now) => {
      for (const when of ['2001-01-01T00:00', '2026-12-01T08:00', '2090-01-01T00:00'])
        expect(locks([bare(when, 'one-calf')], now)).toHaveLength(1);
    },
  );

  it('leaves finished steps as they are', () => {
    const reports: Report[] = [
      { at: at('2026-11-30T08:45'), kind: 'done', step: 'day1-walk' },
      bare('2026-11-30T12:00', 'dark-urine'),
    ];
    const plan = planFor(requestFor('ultra', { reports }), at('2026-11-30T12:05'));
    expect(stepOf(plan, 'day1-walk').state).toEqual({ kind: 'done' });
    expect(stepOf(plan, 'day2-walk').state).toEqual({ kind: 'locked' });
  });
});
