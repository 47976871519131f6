import { describe, expect, it } from 'vitest';
import { planFor } from '../../../src/plan/plan.ts';
import type { Report } from '../../../src/plan/plan-request.ts';
import { lateToday } from '../../../src/plan/today.ts';
import { at, requestFor } from './request-for.ts';

const late = (time: string, reports: readonly Report[] = []): string | null =>
  lateToday(planFor(requestFor('marathon', { reports }), at(time)), at(time))?.id ?? null;

describe('a step whose time has passed', () => {
  it('is still offered for three hours', () => {
    expect(late('2026-11-30T10:03')).toBe('day1-mobility');
    expect(late('2026-11-30T10:30')).toBe('day1-roller');
    expect(late('2026-11-30T12:59')).toBe('day1-roller');
    expect(late('2026-11-30T13:00')).toBeNull();
  });

  it('is not offered if it was done, skipped or locked, nor on another day', () => {
    const roller = { step: 'day1-roller', at: at('2026-11-30T10:20') };
    expect(late('2026-11-30T10:30', [{ kind: 'done', ...roller }])).toBe('day1-mobility');
    expect(late('2026-11-30T10:30', [{ kind: 'skipped', ...roller }])).toBe('day1-mobility');
    expect(late('2026-11-30T10:30', [{ kind: 'one-calf', at: at('2026-11-30T09:00') }])).toBeNull();
    expect(late('2026-12-01T00:10')).toBeNull();
  });

  it('is not offered outside the hours of its kind: no vibration plate at night', () => {
    expect(late('2026-12-01T18:59')).toBe('day2-plate');
    expect(late('2026-12-01T22:30')).toBe('day2-wind-down');
    expect(late('2026-12-01T22:55')).toBeNull();
  });
});
