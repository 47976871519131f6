import { describe, expect, it } from 'vitest';
import { DuplicateFilter } from '../../../src/gatt/duplicate-filter.ts';

const [first, second] = [{}, {}];

/** The values that pass the filter, in order. A delivery is a value and the object at which the browser delivers it. */
const passed = (...deliveries: readonly (readonly [value: number, source: object])[]): number[] => {
  const once = new DuplicateFilter();
  return deliveries.flatMap(([value, source]) =>
    once.isDuplicate(Uint8Array.of(value), source) ? [] : [value],
  );
};

describe('notifications delivered at two objects', () => {
  it('count once, whichever comes first, even when one lags behind', () => {
    expect(passed([1, first], [1, second], [2, second], [2, first])).toEqual([1, 2]);
    expect(passed([1, first], [2, first], [3, first], [1, second], [2, second], [3, second])).toEqual([
      1, 2, 3,
    ]);
  });

  it('with equal values count as often as they were sent', () => {
    expect(passed([1, first], [1, first], [1, second], [1, second])).toEqual([1, 1]);
    expect(passed([1, first], [1, second], [1, first], [1, second])).toEqual([1, 1]);
  });

  it('continue when one object falls silent and the other delivers', () => {
    expect(passed([1, first], [2, first], [3, second], [4, second])).toEqual([1, 2, 3, 4]);
  });

  it('are compared only with recent ones', () => {
    const long = Array.from({ length: 20 }, (_, i) => [i, first] as const);
    expect(passed(...long, [0, second])).toEqual([...long.map(([value]) => value), 0]);
  });
});
