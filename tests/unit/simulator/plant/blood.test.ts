import { describe, expect, it } from 'vitest';
import { bloodFlow } from '../../../../src/simulator/plant/blood.ts';

const veins = { emptiesAbove: 10, emptying: 1.5, volume: 0.05, inflow: 0.0025 };

/** Blood in the veins after `duration` s at constant pressure, L. */
function bloodAfter(duration: number, start: number, pressure: number): number {
  let blood = start;
  for (let time = 0; time < duration; time += 0.01) blood += 0.01 * bloodFlow(veins, blood, pressure);
  return blood;
}

describe('blood under a chamber', () => {
  it('returns at 2.5 mL/s at first and fills the veins in the end', () => {
    expect(bloodAfter(1, 0, 5)).toBeCloseTo(0.0025, 3);
    expect(bloodAfter(120, 0, 5)).toBeCloseTo(0.05, 3);
  });

  it('leaves within seconds of a squeeze', () => {
    expect(bloodAfter(1.5, 0.05, 60)).toBeCloseTo(0.05 / Math.E, 3);
    expect(bloodAfter(8, 0.05, 60)).toBeLessThan(0.001);
  });

  it('does not return if there are no veins', () => {
    expect(bloodFlow({ ...veins, volume: 0 }, 0, 0)).toBe(0);
  });
});
