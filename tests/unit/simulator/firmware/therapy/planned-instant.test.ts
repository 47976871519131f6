import { describe, expect, it } from 'vitest';
import { aheadOf } from '../../../../../src/simulator/firmware/therapy/planned-instant.ts';

describe("an instant named on the boots' clock", () => {
  it.each([
    ['now', 0, 123_456, 0],
    ['3 s ahead', 13_000, 10_000, 3000],
    ['5 s ahead', 15_000, 10_000, 5000],
    ['more than 5 s ahead', 15_001, 10_000, null],
    ['a little late', 9000, 10_000, 0],
    ['5 s late', 5000, 10_000, 0],
    ['more than 5 s late', 4999, 10_000, null],
    ['ahead across the wrap', 1000, 2 ** 32 - 1000, 2000],
    ['late across the wrap', 2 ** 32 - 1000, 1000, 0],
  ])('%s', (_, at, clock, ahead) => {
    expect(aheadOf(at, clock)).toBe(ahead);
  });
});
