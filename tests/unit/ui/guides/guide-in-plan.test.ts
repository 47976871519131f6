import { describe, expect, it } from 'vitest';
import { guideIds } from '../../../../src/guide/guide.ts';
import { guides } from '../../../../src/guide/guides.ts';
import { planFor } from '../../../../src/plan/plan.ts';
import { inPlan, leftOutOf } from '../../../../src/ui/guides/guide-in-plan.ts';
import { at, requestFor } from '../../plan/request-for.ts';

describe('a guide in a plan', () => {
  it('is for later after an ultra: knots after four days, the plate after two', () => {
    const windows = (kind: 'ultra' | 'marathon' | 'trail', distanceKm: number | null) => {
      const plan = planFor(requestFor(kind, { event: { distanceKm } }), null);
      return (['spots', 'vibration-plate', 'walk'] as const).map((id) => inPlan(plan, guides[id]).window);
    };
    const ultra = [{ from: 96, to: null }, { from: 48, to: 72 }, null];
    expect(windows('ultra', null)).toEqual(ultra);
    expect(windows('trail', 80)).toEqual(ultra);
    const others = [guides.spots.window, guides['vibration-plate'].window, null];
    expect(windows('marathon', null)).toEqual(others);
    expect(windows('trail', 30)).toEqual(others);
  });

  it('is left out if its work is: runs, knots and the plate for very sore legs and for a spot that hurts', () => {
    const plan = (soreness: number, went: 'well' | 'hurt') =>
      planFor(
        requestFor('marathon', {
          event: { went },
          reports: [{ kind: 'soreness', at: at('2026-11-29T19:00'), soreness }],
        }),
        null,
      );
    const leftOut = (soreness: number, went: 'well' | 'hurt') =>
      guideIds.flatMap((id) => leftOutOf(plan(soreness, went), id) ?? []);
    expect(leftOut(6, 'well')).toEqual([]);
    expect(leftOut(7, 'well')).toEqual(['very-sore', 'very-sore', 'very-sore']);
    expect(leftOut(2, 'hurt')).toEqual(['spot-hurts', 'spot-hurts', 'spot-hurts']);
    expect(leftOutOf(plan(7, 'well'), 'spots')).toBe('very-sore');
    expect(leftOutOf(plan(7, 'well'), 'by-hand')).toBeNull();
  });
});
