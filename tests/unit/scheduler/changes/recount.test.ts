import { describe, expect, it } from 'vitest';
import { type Milliseconds, milliseconds, seconds } from '../../../../firmware-protocol/quantities.ts';
import { recount } from '../../../../src/scheduler/changes/recount.ts';
import type { Plan } from '../../../../src/scheduler/plan.ts';
import { nextBoundary } from '../../../../src/scheduler/tail.ts';
import { expectedWall, promisedTimeLeft } from '../../../../src/scheduler/time.ts';
import { at, Playing, plan, running } from '../playing.ts';

const whole = plan({ minutes: 12 });
const { script } = whole;
const cycles = script.cycles.length;

/**
 * A plan as cycle `index` begins, before the scheduler recounts the cycles, to end as promised. The boots have waited so long that the
 * cycles ahead would end `over` s before the promised time.
 */
function atMark(index: number, over: number, change: Partial<Plan> = {}): Plan {
  const mark = (waited: number): Plan => {
    const status = { ...at((script.cycles[index]?.start ?? 0) + 50), waited: milliseconds(waited) };
    const { plan: following } = new Playing(whole).begin().hold({ ...status, cycles: index + 1 });
    const { status: said } = following.report;
    const playing = { ...said, therapy: 'running', operation: 'playing' } as const;
    return {
      ...following,
      stage: 'playing',
      atMark: playing,
      report: { ...following.report, status: playing },
      ...change,
    };
  };
  const first = mark(20_000);
  const from = nextBoundary(first);
  const ahead = script.cycles.filter(({ start }) => start >= from.at);
  const wall = ahead.reduce((sum, cycle) => sum + expectedWall(first, cycle), 0);
  // The rest of the cycle being played uses up promised time too, with the waits at its gates.
  const waited = 20_000 + 1000 * (from.promised - wall - over);
  const found = { ...mark(waited), atMark: { ...mark(waited).atMark, waited: milliseconds(waited) } };
  return found;
}
const recounted = (plan_: Plan): number => recount(plan_).plan.script.cycles.length - cycles;
const cycleWall = (): number => {
  const mark = atMark(1, 0);
  const last = script.cycles.at(-1);
  return last ? expectedWall(mark, last) : 0;
};

describe('the rest of a session', () => {
  it('changes in the first cycles only if it would end more than half a cycle from its promise', () => {
    const half = cycleWall() / 2;
    expect(recounted(atMark(1, half - 1))).toBe(0);
    expect(recounted(atMark(1, half + 1))).toBe(1);
    expect(recounted(atMark(1, -half + 1))).toBe(0);
    expect(recounted(atMark(1, -half - 1))).toBe(-1);
  });

  it('changes from the fourth cycle on only if it would end more than 0.6 of a cycle from its promise, so that it does not change again and again', () => {
    const near = 0.6 * cycleWall();
    expect(recounted(atMark(2, -near + 1))).toBe(-1);
    expect(recounted(atMark(3, -near + 1))).toBe(0);
    expect(recounted(atMark(3, near - 1))).toBe(0);
    expect(recounted(atMark(3, near + 1))).toBe(1);
    expect(recounted(atMark(3, -near - 1))).toBe(-1);
  });

  it('gets as many more cycles as fit, at its end', () => {
    const more = recount(atMark(1, 2.9 * cycleWall()));
    expect(more.plan.script.cycles.length).toBe(cycles + 3);
    expect(more.orders).toMatchObject([{ kind: 'cut', from: script.end }]);
    expect(more.plan.script.cycles.map(({ index }) => index)).toEqual(
      more.plan.script.cycles.map((_, index) => index),
    );
    expect(more.plan.script.cycles.slice(0, cycles)).toEqual(script.cycles);
  });

  it('loses as many cycles as do not fit, from its end', () => {
    const less = recount(atMark(1, -2.9 * cycleWall()));
    expect(less.plan.script.cycles.length).toBe(cycles - 3);
    const end = script.cycles[cycles - 3]?.start;
    expect(less.orders).toMatchObject([{ kind: 'cut', from: end, keyframes: [{ at: end, end: true }] }]);
    expect(less.plan.script.end).toBe(end);
  });

  it('loses cycles that would end within 12 s of the longest wall time, and gains none that would', () => {
    const mark = atMark(3, 0);
    const from = nextBoundary(mark);
    const wall = script.cycles
      .filter(({ start }) => start >= from.at)
      .reduce((sum, cycle) => sum + expectedWall(mark, cycle), 0);
    const allowing = (spare: number): Plan => ({
      ...mark,
      longest: seconds(mark.longest - from.allowed + wall + spare),
    });
    expect(recounted(allowing(12.1))).toBe(0);
    expect(recounted(allowing(11.9))).toBe(-1);
    // Nor does a recount add cycles that would end within 12 s of the allowed wall time.
    const more = atMark(3, 5 * cycleWall());
    expect(recounted({ ...more, longest: seconds(mark.longest - from.allowed + wall + 12.1) })).toBe(0);
  });

  it('stays as it is while a change is pending, or the script may not be changed', () => {
    const far = 2.9 * cycleWall();
    const change = {
      kind: 'boundary',
      before: whole.settings,
      from: milliseconds(0) as Milliseconds,
      margin: milliseconds(0),
      taken: false,
    } as const;
    expect(recounted(atMark(1, far, { change }))).toBe(0);
    for (const stage of ['loading', 'held', 'resuming'] as const)
      expect(recounted(atMark(1, far, { stage }))).toBe(0);
  });
});

describe('cycles that would break the limits on these legs', () => {
  it('are composed again from the next boundary on, with less pressure and a notice', () => {
    const slow = running(plan({ intensity: whole.boots.highestTarget })).plan;
    const fills = { ...slow.air.fills, slowness: 3, leak: 0.004 };
    const { plan: after, orders, notices } = recount({ ...slow, air: { ...slow.air, fills } });
    expect(orders).toMatchObject([{ kind: 'cut', from: slow.script.cycles[1]?.start }]);
    expect(notices).toMatchObject([{ kind: 'lowered', asked: 80 }]);
    expect(after.wanted.intensity).toBeLessThan(80);
    expect(after.settings).toBe(after.wanted);
    expect(promisedTimeLeft(after)).toBeGreaterThan(0);
  });

  it('are dropped, with a notice, if no pressure keeps the limits: the session ends with the cycle being played', () => {
    const { plan: mark } = running(whole);
    const boots = { ...mark.boots, longestSession: seconds(10) };
    const found = recount({ ...mark, boots });
    expect(found.notices).toEqual([{ kind: 'endsEarly', why: 'air' }]);
    expect(found.plan.script.end).toBe(script.cycles[1]?.start);
    expect(found.orders).toMatchObject([{ kind: 'cut', keyframes: [{ end: true }] }]);
  });
});
