import { describe, expect, it } from 'vitest';
import { guides } from '../../../../src/guide/guides.ts';
import { PassClock, thereAndBack } from '../../../../src/ui/guides/picture/pass-timing.ts';

const [first, second] = guides['by-hand'].phases;
if (!first || !second) throw new Error('by-hand has fewer than two phases');

/** The points of a CSS `linear()` easing: value by the share of the time, %. */
const pointsOf = (easing: string): ReadonlyMap<number, number> =>
  new Map(
    [...easing.matchAll(/([\d.]+) ([\d.]+)%/g)].map(([, value, at]) => [Number(at), Number(value)] as const),
  );

describe('the movement of a pass', () => {
  it.each([0.4, 0.5, 0.6, 0.7])('is furthest after %s of it, and ends where it began', (turn) => {
    const points = pointsOf(thereAndBack(turn));
    expect(points.get(0)).toBe(0);
    expect(points.get(turn * 100)).toBe(1);
    expect(points.get(100)).toBe(0);
    for (const [at, value] of points) if (at !== turn * 100) expect(value).toBeLessThan(1);
  });
});

describe('the animations', () => {
  it('restart with each phase and when a phase begins again, from where it is, and otherwise run on', () => {
    const clock = new PassClock();
    const at = (phase: typeof first, since: number) => {
      clock.see(phase, since);
      return [clock.beginnings, clock.timingOf({ ...phase, pace: 4 as typeof phase.pace })['--since']];
    };
    expect(at(first, 5)).toEqual([1, '-1.00s']);
    expect(at(first, 6)).toEqual([1, '-1.00s']);
    expect(at(first, 0)).toEqual([2, '0.00s']);
    expect(at(second, 0)).toEqual([3, '0.00s']);
  });
});
