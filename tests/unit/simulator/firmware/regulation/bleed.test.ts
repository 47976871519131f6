import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bleed } from '../../../../../src/simulator/firmware/regulation/bleed.ts';

/** Time between two steps of the firmware, s. */
const TIME_STEP = 0.02;

/**
 * Bleeds a zone from the pressure `from` to `goal`, mmHg. While its vent is open, its pressure p falls by `rate`·√p mmHg/s; readings lag
 * behind.
 * @returns the pressure at the end, mmHg; how often the vent opened; and how long it took, s; infinity if it took more than 20 s
 */
function letDown(rate: number, from: number, goal: number): { end: number; openings: number; took: number } {
  const bleed = new Bleed();
  let pressure = from;
  let reading = from;
  let openings = 0;
  let open = false;
  for (let at = 0; at < 20; at += TIME_STEP) {
    const state = bleed.step(reading, goal, TIME_STEP);
    if (state === 'there') return { end: pressure, openings, took: at };
    if (state === 'open' && !open) openings++;
    open = state === 'open';
    if (open) pressure = Math.max(0, pressure - rate * Math.sqrt(pressure) * TIME_STEP);
    reading += 0.4 * (pressure - reading);
  }
  return { end: pressure, openings, took: Number.POSITIVE_INFINITY };
}

describe('bleeding a zone', () => {
  it('ends less than 3.5 mmHg from the goal, after fewer than 10 openings and 6 s, for any zone', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 3, max: 16, noNaN: true }),
        fc.integer({ min: 10, max: 60 }),
        fc.integer({ min: 2, max: 40 }),
        (rate, goal, gap) => {
          const { end, openings, took } = letDown(rate, goal + gap, goal);
          expect(Math.abs(end - goal)).toBeLessThan(3.5);
          expect(openings).toBeLessThan(10);
          expect(took).toBeLessThan(6);
        },
      ),
    );
  });

  it('never opens the vent at the goal', () => {
    expect(letDown(8, 40, 40)).toMatchObject({ end: 40, openings: 0 });
  });
});
