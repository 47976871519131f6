/** Random values of a field or layout, generated from its declaration alone. */

import fc from 'fast-check';
import type { Field, FieldNote } from '../../../firmware-protocol/layout/field.ts';
import type { Layout } from '../../../firmware-protocol/layout/layout.ts';

type Values = Readonly<Record<string, unknown>>;

const isLayout = (field: Field<unknown>): field is Layout<unknown> => 'places' in field;

const widths: Readonly<Record<string, readonly [lowest: number, highest: number]>> = {
  u8: [0, 0xff],
  u16: [0, 0xffff],
  u32: [0, 0xffff_ffff],
  s16: [-0x8000, 0x7fff],
};

/**
 * A random value that the field can send: a whole number of its steps, or one of its special values. A step below 1 divides instead of
 * multiplying, to get the nearest double: 3 × 0.1 is not 0.3, but 3 / 10 is.
 */
function number({ type, scale = 1, min, max, special = [] }: FieldNote): fc.Arbitrary<unknown> {
  const [lowest, highest] = widths[type] ?? [0, 0];
  const perUnit = Math.round(1 / scale);
  const worth = (count: number): number => (scale < 1 ? count / perUnit : count * scale);
  const counts = fc.integer({
    min: min === undefined ? lowest : Math.ceil(min / scale - 1e-6),
    max: max === undefined ? highest : Math.floor(max / scale + 1e-6),
  });
  return fc.oneof({ weight: 4, arbitrary: counts.map(worth) }, ...special.map((value) => fc.constant(value)));
}

const bits = (codes: Readonly<Record<string, number>>): fc.Arbitrary<unknown> =>
  fc.record(Object.fromEntries(Object.keys(codes).map((name) => [name, fc.boolean()])));

const listOf = (item: fc.Arbitrary<unknown>, min: number, max = min): fc.Arbitrary<readonly unknown[]> =>
  fc.array(item, { minLength: min, maxLength: max });

function any(field: Field<unknown>): fc.Arbitrary<unknown> {
  if (isLayout(field)) return anyLayout(field);
  const { kind, codes = {}, item, length = 0 } = field.note;
  switch (kind) {
    case 'number':
      return number(field.note);
    case 'named':
      return fc.constantFrom(...Object.keys(codes));
    case 'bits':
      return bits(codes);
    case 'packed':
      return listOf(bits(codes), length);
    case 'text':
      return fc.string({ unit: 'grapheme-ascii', maxLength: length });
    case 'list':
      if (item) return listOf(any(item), length);
  }
  throw new Error(`no value is known for a field of kind ${kind}`);
}

/** @param mostItems longest list to generate; a layout may allow many more items than a test needs */
function anyLayout(layout: Layout<unknown>, mostItems = 20): fc.Arbitrary<unknown> {
  const { places, list } = layout;
  const fields = places.filter(({ role }) => role === 'value' || role === 'fromOrigin');
  const own = fc.record(Object.fromEntries(fields.map(({ name, field }) => [name, any(field)])));
  const inlined = places
    .filter(({ role, field }) => role === 'inline' && field.note.kind === 'bits')
    .map(({ field }) => any(field));
  const head = fc.tuple(own, ...inlined).map((parts): Values => Object.assign({}, ...parts));
  if (!list) return head;
  const { min = 0, max = 0 } = places.find(({ role }) => role === 'count')?.field.note ?? {};
  return head.chain((values) =>
    listOf(any(list.itemAfter(values)), min, Math.min(max, mostItems)).map((items) => ({
      ...values,
      [list.name]: items,
    })),
  );
}

export const anyOf = <T>(field: Field<T>): fc.Arbitrary<T> => any(field as Field<unknown>) as fc.Arbitrary<T>;
