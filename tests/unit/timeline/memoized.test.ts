/** A memoized function returns what it would compute afresh, whatever it was called with before. */

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { memoized } from '../../../src/timeline/memoized.ts';

const objects = [{}, {}, { a: 1 }, [{}], [[1]], () => 1] as const;
const anyField = fc.oneof(
  fc.constantFrom<unknown>(...objects, null, undefined, true, false, '', '1', 'null', 0, 1, 2.5, Infinity),
  fc.array(fc.constantFrom<unknown>(1, 2, '1', '1,2', null), { maxLength: 3 }),
);
/** Objects with any of the fields a, b, c and 1, in any order. */
const anyInput = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', '1'), anyField), {
    maxLength: 4,
    selector: ([name]) => name,
  })
  .map((fields): object => Object.fromEntries(fields));

/** Equality of two fields as memoized.ts documents it. Written from that text, not from its code. */
function areEqual(one: unknown, other: unknown): boolean {
  const isList = (value: unknown): value is readonly unknown[] =>
    Array.isArray(value) && value.every((each) => typeof each !== 'object' || each === null);
  if (!isList(one) || !isList(other)) return Object.is(one, other);
  return one.length === other.length && one.every((each, index) => Object.is(each, other[index]));
}
function areEqualInputs(one: object, other: object): boolean {
  const [fields, others] = [Object.entries(one), Object.entries(other)];
  return (
    fields.length === others.length &&
    fields.every(([name, value], index) => {
      const [otherName, otherValue] = others[index] ?? [];
      return name === otherName && areEqual(value, otherValue);
    })
  );
}

describe('a memoized function', () => {
  it('shares a result between equal inputs, and never between two that differ in any field', () => {
    let shared = 0;
    fc.assert(
      fc.property(fc.array(anyInput, { minLength: 2, maxLength: 20 }), (inputs) => {
        const own = memoized((input: object) => ({ input }));
        for (const input of inputs) {
          const { input: computedFor } = own(input);
          expect(areEqualInputs(computedFor, input)).toBe(true);
          if (computedFor !== input) shared++;
          expect(own({ ...input }).input).toBe(computedFor);
        }
      }),
    );
    expect(shared).toBeGreaterThan(20);
  });

  it('computes equal inputs once, also where the result is undefined', () => {
    const compute = vi.fn((_: { readonly of: object; readonly at: number }) => undefined);
    const own = memoized(compute);
    const of = {};
    own({ of, at: 1 });
    own({ of, at: 1 });
    expect(compute).toHaveBeenCalledTimes(1);
    own({ of: {}, at: 1 });
    own({ of, at: 2 });
    expect(compute).toHaveBeenCalledTimes(3);
  });

  it('computes again after an error', () => {
    let failures = 0;
    const own = memoized(({ at }: { readonly at: number }) => {
      if (failures++ === 0) throw new Error('once');
      return at;
    });
    expect(() => own({ at: 1 })).toThrow('once');
    expect(own({ at: 1 })).toBe(1);
  });
});
