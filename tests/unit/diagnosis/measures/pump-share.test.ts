import { expect, it } from 'vitest';
import { pumpShare } from '../../../../src/diagnosis/measures/pump-share.ts';

it('zones at the same pressure share the pump’s flow evenly, and most of it arrives', () => {
  const [one = 0, other = 0] = pumpShare([20, 20], 12);
  expect(one).toBeCloseTo(other, 3);
  expect(one + other).toBeGreaterThan(10);
  expect(one + other).toBeLessThan(12);
});

it('the zone at the lower pressure gets more, and no zone a negative share', () => {
  const [low = 0, high = 0] = pumpShare([5, 60], 12);
  expect(low).toBeGreaterThan(high);
  expect(Math.min(...pumpShare([0, 200], 2))).toBe(0);
});

it('a pump that is off gives nothing', () => {
  expect(pumpShare([10, 20], 0)).toEqual([0, 0]);
  expect(pumpShare([], 12)).toEqual([]);
});
