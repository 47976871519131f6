import { describe, expect, it } from 'vitest';
import { Recent } from '../../../src/safety/recent.ts';

/** A window of 5 s with these values, each [at, value]. */
const recent = (...values: readonly (readonly [number, number])[]): Recent => {
  const kept = new Recent(5);
  for (const [at, value] of values) kept.add(at, value);
  return kept;
};

describe('values of the last 5 s', () => {
  it('are none before the first, and none once cleared', () => {
    const kept = recent();
    expect([kept.oldestAt, kept.oldest, kept.highest]).toEqual([null, null, null]);
    kept.add(1, 7);
    kept.add(9, 8);
    kept.forget(9);
    kept.clear();
    expect([kept.oldestAt, kept.oldest, kept.highest]).toEqual([null, null, null]);
    kept.add(10, 3);
    expect([kept.oldestAt, kept.oldest, kept.highest]).toEqual([10, 3, 3]);
  });

  it('hold one that is as old as the window, and drop it just after', () => {
    const kept = recent([10, 40], [12, 30]);
    expect(kept.forget(15)).toBe(0);
    expect(kept.oldestAt).toBe(10);
    expect(kept.forget(15.001)).toBe(40);
    expect([kept.oldestAt, kept.oldest, kept.highest]).toEqual([12, 30, 30]);
  });

  it('hold one that is as old as the window also where times are no exact fractions', () => {
    const kept = new Recent(0.3);
    kept.add(0.1, 40);
    // 0.1 + 0.3 is a hair above 0.4, and 0.7 - 0.3 a hair below it.
    expect(kept.forget(0.1 + 0.1 + 0.1 + 0.1)).toBe(0);
    const other = new Recent(0.1);
    other.add(0.2, 40);
    expect(other.forget(0.1 + 0.2)).toBe(0);
    expect(other.highest).toBe(40);
  });

  it('say the sum of what they drop, each once', () => {
    const kept = recent([0, 1], [1, 2], [2, 4], [9, 8]);
    expect(kept.forget(7)).toBe(3);
    expect(kept.forget(7)).toBe(0);
    expect(kept.forget(100)).toBe(12);
    expect(kept.forget(100)).toBe(0);
    expect(kept.highest).toBeNull();
  });

  it('know the highest wherever it stands, also below 0', () => {
    expect(recent([0, 3], [1, 9], [2, 4]).highest).toBe(9);
    expect(recent([0, 9], [1, 3]).highest).toBe(9);
    expect(recent([0, 3], [1, 9]).highest).toBe(9);
    expect(recent([0, -3], [1, -9]).highest).toBe(-3);
  });

  it('last from when they were first kept until now while they stay the same', () => {
    const kept = new Recent(5);
    kept.keep(0, 40);
    kept.keep(4, 40);
    expect(kept.oldestAt).toBe(4);
    kept.keep(5, 4);
    kept.keep(6, 40);
    expect(kept.forget(9)).toBe(0);
    expect(kept.forget(9.5)).toBe(40);
    expect([kept.oldestAt, kept.oldest]).toEqual([5, 4]);
  });

  it('begin anew with a value that is the same as one that was dropped', () => {
    const kept = new Recent(5);
    kept.keep(0, 40);
    expect(kept.forget(6)).toBe(40);
    kept.keep(7, 40);
    expect([kept.oldestAt, kept.highest]).toEqual([7, 40]);
  });

  it('stay the same however many are dropped', () => {
    const kept = new Recent(5);
    for (let at = 0; at < 250; at++) {
      kept.keep(at, at % 7);
      const dropped = kept.forget(at);
      expect(dropped).toBe(at < 6 ? 0 : (at - 6) % 7);
      expect(kept.oldestAt).toBe(Math.max(0, at - 5));
      expect(kept.oldest).toBe(Math.max(0, at - 5) % 7);
      const last = [0, 1, 2, 3, 4, 5].map((back) => at - back).filter((each) => each >= 0);
      expect(kept.highest).toBe(Math.max(...last.map((each) => each % 7)));
    }
  });
});
