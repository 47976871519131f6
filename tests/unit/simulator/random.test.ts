import { describe, expect, it } from 'vitest';
import { normal, seededRandom } from '../../../src/simulator/random.ts';

const draw = (count: number, random: () => number): number[] => Array.from({ length: count }, random);

describe('seeded random numbers', () => {
  it('repeat with the same seed, and differ with another', () => {
    expect(draw(100, seededRandom(7))).toEqual(draw(100, seededRandom(7)));
    expect(draw(100, seededRandom(7))).not.toEqual(draw(100, seededRandom(8)));
  });

  it('are uniform in [0, 1)', () => {
    const numbers = draw(20_000, seededRandom(1));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    for (let tenth = 0; tenth < 10; tenth++) {
      const share = numbers.filter((number) => Math.floor(number * 10) === tenth).length / numbers.length;
      expect(share).toBeGreaterThan(0.09);
      expect(share).toBeLessThan(0.11);
    }
  });

  it('are normally distributed with mean 0 and deviation 1 on request', () => {
    const random = seededRandom(1);
    const numbers = draw(20_000, () => normal(random));
    const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    const variance = numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / numbers.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
    expect(numbers.filter((number) => Math.abs(number) < 1).length / numbers.length).toBeCloseTo(0.683, 1);
  });
});
