import { describe, expect, it } from 'vitest';
import { ToldOnce } from '../../../src/gatt/told-once.ts';

const [first, second] = [{}, {}];

/** Of all that two objects tell, what counts. */
const heard = (...told: readonly (readonly [value: number, source: object])[]): number[] => {
  const once = new ToldOnce();
  return told.flatMap(([value, source]) => (once.isEcho(Uint8Array.of(value), source) ? [] : [value]));
};

describe('notifications told of at two objects', () => {
  it('count once, whichever comes first, also when one lags behind', () => {
    expect(heard([1, first], [1, second], [2, second], [2, first])).toEqual([1, 2]);
    expect(heard([1, first], [2, first], [3, first], [1, second], [2, second], [3, second])).toEqual([
      1, 2, 3,
    ]);
  });

  it('alike count as often as they came', () => {
    expect(heard([1, first], [1, first], [1, second], [1, second])).toEqual([1, 1]);
    expect(heard([1, first], [1, second], [1, first], [1, second])).toEqual([1, 1]);
  });

  it('go on when the one object falls silent and the other speaks', () => {
    expect(heard([1, first], [2, first], [3, second], [4, second])).toEqual([1, 2, 3, 4]);
  });

  it('are not compared with what was told long ago', () => {
    const long = Array.from({ length: 20 }, (_, i) => [i, first] as const);
    expect(heard(...long, [0, second])).toEqual([...long.map(([value]) => value), 0]);
  });
});
