import { describe, expect, it } from 'vitest';
import { SlidingWindow } from '../../../src/safety/sliding-window.ts';

/** A window of 5 s with these values, each as [at, value]. */
const windowOf = (...values: readonly (readonly [number, number])[]): SlidingWindow => {
  const window = new SlidingWindow(5);
  for (const [at, value] of values) window.add(at, value);
  return window;
};

describe('values of the last 5 s', () => {
  it('are none before the first, and none once cleared', () => {
    const window = windowOf();
    expect([window.oldestAt, window.oldest, window.highest]).toEqual([null, null, null]);
    window.add(1, 7);
    window.add(9, 8);
    window.drop(9);
    window.clear();
    expect([window.oldestAt, window.oldest, window.highest]).toEqual([null, null, null]);
    window.add(10, 3);
    expect([window.oldestAt, window.oldest, window.highest]).toEqual([10, 3, 3]);
  });

  it('hold one that is as old as the window, and drop it just after', () => {
    const window = windowOf([10, 40], [12, 30]);
    expect(window.drop(15)).toBe(0);
    expect(window.oldestAt).toBe(10);
    expect(window.drop(15.001)).toBe(40);
    expect([window.oldestAt, window.oldest, window.highest]).toEqual([12, 30, 30]);
  });

  it('hold one that is as old as the window even if its time is not exact in binary', () => {
    const window = new SlidingWindow(0.3);
    window.add(0.1, 40);
    // In binary, 0.4 - 0.3 is slightly above 0.1, and 0.1 + 0.2 slightly above 0.3.
    expect(window.drop(0.1 + 0.1 + 0.1 + 0.1)).toBe(0);
    const other = new SlidingWindow(0.1);
    other.add(0.2, 40);
    expect(other.drop(0.1 + 0.2)).toBe(0);
    expect(other.highest).toBe(40);
  });

  it('return the sum of the values that they drop, each once', () => {
    const window = windowOf([0, 1], [1, 2], [2, 4], [9, 8]);
    expect(window.drop(7)).toBe(3);
    expect(window.drop(7)).toBe(0);
    expect(window.drop(100)).toBe(12);
    expect(window.drop(100)).toBe(0);
    expect(window.highest).toBeNull();
  });

  it('know the highest value wherever it is, even if it is below 0', () => {
    expect(windowOf([0, 3], [1, 9], [2, 4]).highest).toBe(9);
    expect(windowOf([0, 9], [1, 3]).highest).toBe(9);
    expect(windowOf([0, 3], [1, 9]).highest).toBe(9);
    expect(windowOf([0, -3], [1, -9]).highest).toBe(-3);
  });

  it('last from when they first entered the window until now while they stay the same', () => {
    const window = new SlidingWindow(5);
    window.extend(0, 40);
    window.extend(4, 40);
    expect(window.oldestAt).toBe(4);
    window.extend(5, 4);
    window.extend(6, 40);
    expect(window.drop(9)).toBe(0);
    expect(window.drop(9.5)).toBe(40);
    expect([window.oldestAt, window.oldest]).toEqual([5, 4]);
  });

  it('start again with a value that equals one that was dropped', () => {
    const window = new SlidingWindow(5);
    window.extend(0, 40);
    expect(window.drop(6)).toBe(40);
    window.extend(7, 40);
    expect([window.oldestAt, window.highest]).toEqual([7, 40]);
  });

  it('stay the same however many are dropped', () => {
    const window = new SlidingWindow(5);
    for (let at = 0; at < 250; at++) {
      window.extend(at, at % 7);
      const dropped = window.drop(at);
      expect(dropped).toBe(at < 6 ? 0 : (at - 6) % 7);
      expect(window.oldestAt).toBe(Math.max(0, at - 5));
      expect(window.oldest).toBe(Math.max(0, at - 5) % 7);
      const last = [0, 1, 2, 3, 4, 5].map((back) => at - back).filter((each) => each >= 0);
      expect(window.highest).toBe(Math.max(...last.map((each) => each % 7)));
    }
  });
});
