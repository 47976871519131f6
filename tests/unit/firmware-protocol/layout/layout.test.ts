/** Made-up layouts with every kind of field that a layout can have: encoding, decoding, and refusals. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ascii,
  bits,
  named,
  packedBits,
  Refusal,
  repeated,
} from '../../../../firmware-protocol/layout/field.ts';
import { decodeFrame, encodeFrame, withCrc } from '../../../../firmware-protocol/layout/frame.ts';
import { type Layout, layout } from '../../../../firmware-protocol/layout/layout.ts';
import {
  constant,
  counted,
  countedWithin,
  countOf,
  fromOrigin,
  inline,
} from '../../../../firmware-protocol/layout/layout-parts.ts';
import { orCode, orNone, s16, u8, u16, u32 } from '../../../../firmware-protocol/layout/number-field.ts';
import { milliseconds, mmhg } from '../../../../firmware-protocol/quantities.ts';
import { bytesOf, hexOf } from '../../../vectors/vector.ts';
import { anyOf } from '../of-field.ts';

/** The encoded bytes without the CRC, in hexadecimal. */
const sent = <T>(shape: Layout<T>, value: T): string => hexOf(encodeFrame(shape, value).slice(0, -2));
const received = <T>(shape: Layout<T>, hex: string) => decodeFrame(shape, withCrc(bytesOf(`${hex} 00 00`)));
const refusal = (reason: string, offset: number) => ({ ok: false, refusal: { reason, offset } });

describe('fields one after the other', () => {
  const shape = layout({
    pressure: s16({ scale: 0.1, unit: 'mmHg', min: -10, max: 200 }),
    side: named({ left: 1, right: 2 }),
    group: layout({ at: u32({ unit: 'ms' }), low: u8({ max: 9 }) }),
  });
  const value = { pressure: mmhg(41.2), side: 'left', group: { at: milliseconds(258), low: 9 } } as const;

  it('lie in the order of declaration, groups included', () => {
    expect(sent(shape, value)).toBe('9c 01 01 02 01 00 00 09');
    expect(received(shape, '9c 01 01 02 01 00 00 09')).toEqual({ ok: true, value });
  });
  it('are range-checked in both directions, and the field at fault is named', () => {
    expect(() => encodeFrame(shape, { ...value, pressure: mmhg(200.1) })).toThrow(/^pressure: 200.1/);
    expect(() => encodeFrame(shape, { ...value, group: { ...value.group, low: 10 } })).toThrow(/^group: low/);
    expect(received(shape, 'd1 07 01 02 01 00 00 09')).toMatchObject(refusal('invalid', 0));
    expect(received(shape, '9c 01 03 02 01 00 00 09')).toMatchObject(refusal('invalid', 2));
    expect(received(shape, '9c 01 01 02 01 00 00 0a')).toMatchObject(refusal('invalid', 7));
  });
  it('take exactly their length', () => {
    expect(received(shape, '9c 01 01')).toMatchObject(refusal('short', 5));
    expect(received(shape, '9c 01 01 02 01 00 00 09 00')).toMatchObject(refusal('long', 10));
  });
});

describe('a list that another field counts', () => {
  const shape = layout({
    count: countOf('points', { min: 1, max: 3 }),
    base: u16({ unit: 'ms' }),
    points: counted(
      layout({ at: fromOrigin(u8({ scale: 10, unit: 'ms' })), level: u8({ max: 100 }) }),
      'base',
    ),
  });
  const at = (ms: number, level: number) => ({ at: milliseconds(ms), level });
  const value = { base: milliseconds(1000), points: [at(1000, 7), at(1020, 8)] };

  it('has as many items as the value, counted from their origin', () => {
    expect(sent(shape, value)).toBe('02 e8 03 00 07 02 08');
    expect(received(shape, '02 e8 03 00 07 02 08')).toEqual({ ok: true, value });
  });
  it('is neither longer nor shorter than its count, nor out of range', () => {
    expect(received(shape, '02 e8 03 00 07')).toMatchObject(refusal('short', 7));
    expect(received(shape, '01 e8 03 00 07 02 08')).toMatchObject(refusal('long', 7));
    expect(received(shape, '00 e8 03')).toMatchObject(refusal('invalid', 0));
    expect(received(shape, '02 e8 03 00 07 02 65')).toMatchObject(refusal('invalid', 6));
    expect(() => encodeFrame(shape, { ...value, points: [] })).toThrow(/^count/);
    expect(() => encodeFrame(shape, { ...value, points: [at(999, 7)] })).toThrow(/^points: at/);
  });
  it('can have items that depend on an earlier field', () => {
    const wide = layout({
      flags: inline(bits(8, ['wide'])),
      count: countOf('items', { min: 0, max: 9 }),
      items: counted(({ wide: is }: { readonly wide: boolean }) => (is ? u16() : u8())),
    });
    expect(sent(wide, { wide: true, items: [1, 2] })).toBe('01 02 01 00 02 00');
    expect(received(wide, '00 02 01 02')).toEqual({ ok: true, value: { wide: false, items: [1, 2] } });
  });
});

it('a list with fixed room uses what is counted, and the rest is 0', () => {
  const shape = layout({
    count: countOf('parts', { min: 1, max: 3 }),
    parts: countedWithin(3, named({ foot: 1, calf: 2 })),
    after: u8(),
  });
  expect(sent(shape, { parts: ['foot', 'calf'], after: 9 })).toBe('02 01 02 00 09');
  expect(received(shape, '02 01 02 00 09')).toEqual({
    ok: true,
    value: { parts: ['foot', 'calf'], after: 9 },
  });
  expect(received(shape, '02 01 00 00 09')).toMatchObject(refusal('invalid', 2));
  expect(received(shape, '02 01 02 01 09')).toMatchObject(refusal('invalid', 3));
  expect(() => encodeFrame(shape, { parts: ['foot', 'foot', 'foot', 'foot'], after: 9 })).toThrow(RangeError);
});

it('unused room is zeroed, whatever was there', () => {
  const shape = layout({ count: countOf('list', { min: 0, max: 3 }), list: countedWithin(3, u8()) });
  const bytes = Uint8Array.from([9, 9, 9, 9]);
  shape.write(new DataView(bytes.buffer), 0, { list: [7] });
  expect(hexOf(bytes)).toBe('01 07 00 00');
});

it('bits become values of the layout; unnamed and barred ones are 0', () => {
  const shape = layout({ flags: inline(bits(8, ['one', 'two', 'three'], ['two'])), last: u8() });
  expect(sent(shape, { one: true, two: false, three: true, last: 7 })).toBe('05 07');
  expect(received(shape, '02 07')).toMatchObject(refusal('invalid', 0));
  expect(received(shape, '08 07')).toMatchObject(refusal('invalid', 0));
  expect(() => encodeFrame(shape, { one: false, two: true, three: false, last: 7 })).toThrow(/two/);
});

it('a constant is written and checked, but is not a value', () => {
  const shape = layout({ head: constant(0x80), last: u8() });
  expect(sent(shape, { last: 7 })).toBe('80 07');
  expect(received(shape, '80 07')).toEqual({ ok: true, value: { last: 7 } });
  expect(received(shape, '81 07')).toMatchObject(refusal('invalid', 0));
});

it('codes outside a range stand for the declared values', () => {
  const shape = layout({
    zone: orNone(u8({ max: 15 }), 255),
    target: orCode(orCode(u8({ scale: 0.5, max: 100 }), 'seal', 254, 'seal'), 'vent', 255, 'vent'),
  });
  expect(sent(shape, { zone: null, target: 'seal' })).toBe('ff fe');
  expect(received(shape, '0f ff')).toEqual({ ok: true, value: { zone: 15, target: 'vent' } });
  expect(received(shape, '10 ff')).toMatchObject(refusal('invalid', 0));
  expect(received(shape, '0f fd')).toMatchObject(refusal('invalid', 1));
});

it('a code inside the range is refused: it would be written as a number and read as no number', () => {
  expect(() => orNone(s16({ scale: 0.1 }), -32768)).toThrow(/also a number/);
  expect(() => orCode(u8({ max: 100 }), 'all', 100, 'all')).toThrow(/also a number/);
});

it('a condition across fields is checked in both directions', () => {
  const shape = layout({ low: u8(), high: u8() }, ({ low, high }) =>
    low > high ? { at: 'high', message: 'below low' } : null,
  );
  expect(received(shape, '02 01')).toMatchObject(refusal('invalid', 1));
  expect(() => encodeFrame(shape, { low: 2, high: 1 })).toThrow(/^high: below low/);
});

it('small groups of bits are packed from the lowest bit up, none across two bytes', () => {
  const threes = layout({ list: packedBits(['a', 'b', 'c'], 3) });
  const all = { a: true, b: true, c: true };
  const none = { a: false, b: false, c: false };
  expect(sent(threes, { list: [none, all, all] })).toBe('38 07');
  expect(received(threes, '38 07')).toEqual({ ok: true, value: { list: [none, all, all] } });
  expect(received(threes, '78 07')).toMatchObject(refusal('invalid', 0));
  expect(received(threes, '38 0f')).toMatchObject(refusal('invalid', 1));
});

it('a count without its list, or a list without its count, is detected at once', () => {
  expect(() => layout({ count: countOf('points', { min: 1, max: 3 }) })).toThrow(/points/);
  expect(() => layout({ points: counted(u8()) })).toThrow(/points/);
  const count = countOf('points', { min: 1, max: 3 });
  expect(() => layout({ count, others: counted(u8()) })).toThrow(/others/);
});

it('any layout decodes what it encoded', () => {
  const shape = layout({
    word: ascii(5),
    many: repeated(layout({ a: u8(), b: orNone(s16({ scale: 0.1, min: -3276.7 }), -32768) }), 3),
    valves: packedBits(['fill', 'vent'], 7),
  });
  fc.assert(
    fc.property(anyOf(shape), (value) => {
      const view = new DataView(new ArrayBuffer(shape.bytes));
      shape.write(view, 0, value);
      const read = shape.read(view, 0);
      expect(read).not.toBeInstanceOf(Refusal);
      expect(read).toEqual(value);
    }),
  );
});
