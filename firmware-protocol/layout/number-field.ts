/** Numbers on the wire: little-endian integers (counts), multiplied by the scale of their field (PROTOCOL.md 1). */

import type { Measured } from '../quantities.ts';
import { type Field, Refusal } from './field.ts';

export interface Scaling {
  /** What one count is worth, in `unit`; by default 1. */
  readonly scale?: number;
  /** Determines the type of the value: a field in `mmHg` has values of type `Mmhg`. */
  readonly unit?: string;
  /** Range of the value (not of the count), inclusive; by default, all that the type can hold. */
  readonly min?: number;
  readonly max?: number;
  /** What the range does not say, for the C header. */
  readonly remark?: string;
}

interface Integer {
  readonly bytes: number;
  readonly lowest: number;
  readonly highest: number;
  readonly get: (view: DataView, at: number) => number;
  readonly put: (view: DataView, at: number, count: number) => void;
}

const integers = {
  u8: {
    ...{ bytes: 1, lowest: 0, highest: 0xff },
    get: (view, at) => view.getUint8(at),
    put: (view, at, count) => view.setUint8(at, count),
  },
  u16: {
    ...{ bytes: 2, lowest: 0, highest: 0xffff },
    get: (view, at) => view.getUint16(at, true),
    put: (view, at, count) => view.setUint16(at, count, true),
  },
  u32: {
    ...{ bytes: 4, lowest: 0, highest: 0xffff_ffff },
    get: (view, at) => view.getUint32(at, true),
    put: (view, at, count) => view.setUint32(at, count, true),
  },
  s16: {
    ...{ bytes: 2, lowest: -0x8000, highest: 0x7fff },
    get: (view, at) => view.getInt16(at, true),
    put: (view, at, count) => view.setInt16(at, count, true),
  },
} as const satisfies Readonly<Record<string, Integer>>;

interface Special {
  readonly name: string;
  readonly code: number;
  readonly value: unknown;
}

/** A number within its range, or one of the values that have a code outside that range. */
export interface NumberField<T> extends Field<T> {
  readonly integer: Integer;
  readonly range: Field<number>;
  readonly special: readonly Special[];
}

/** Rounds to the nearest count, halves away from zero (FRM-2). Truncation would send 0.29 at scale 0.01 as 28. */
const nearest = (count: number): number => Math.sign(count) * Math.round(Math.abs(count));

function numberField<T extends number>(type: keyof typeof integers, scaling: Scaling): NumberField<T> {
  const integer: Integer = integers[type];
  const { scale = 1, unit = '' } = scaling;
  // Counts per unit. Dividing by 10 gives the nearest number; multiplying by 0.1 may not.
  const perUnit = scale < 1 ? Math.round(1 / scale) : 0;
  const scaled = (count: number): number => (perUnit ? count / perUnit : count * scale);
  const counts = (value: number): number => nearest(perUnit ? value * perUnit : value / scale);
  const min = scaling.min ?? scaled(integer.lowest);
  const max = scaling.max ?? scaled(integer.highest);
  const { bytes, lowest, highest, get, put } = integer;
  const range: Field<number> = {
    bytes,
    note: { kind: 'number', type, ...scaling },
    write(view, at, value) {
      const count = counts(value);
      const rounded = scaled(count);
      if (!(rounded >= min && rounded <= max && count >= lowest && count <= highest)) {
        throw new RangeError(`${value} is outside ${min} to ${max}${unit && ` ${unit}`}`);
      }
      put(view, at, count);
    },
    read(view, at) {
      const value = scaled(get(view, at));
      return value < min || value > max
        ? new Refusal('invalid', `${value} is outside ${min} to ${max}`, at)
        : value;
    },
  };
  return { ...(range as Field<T>), range, special: [], integer };
}

const ofType =
  (type: keyof typeof integers) =>
  <const S extends Scaling>(scaling?: S): NumberField<Measured<S['unit']>> =>
    numberField(type, scaling ?? {});

export const u8 = ofType('u8');
export const u16 = ofType('u16');
export const u32 = ofType('u32');
export const s16 = ofType('s16');

/**
 * Makes one code outside the range stand for `value`; the C header calls it `name`.
 * @throws RangeError if the code is a number in the range: it would be written as a number and read as `value`
 */
export function orCode<T, const V>(
  field: NumberField<T>,
  name: string,
  code: number,
  value: V,
): NumberField<T | V> {
  const { range, integer } = field;
  const { get, put } = integer;
  const alone = new DataView(new ArrayBuffer(integer.bytes));
  put(alone, 0, code);
  if (!(range.read(alone, 0) instanceof Refusal))
    throw new RangeError(`${code} is also a number of this field`);
  const special = [...field.special, { name, code, value }];
  return {
    ...range,
    range,
    integer,
    special,
    note: {
      ...range.note,
      codes: Object.fromEntries(special.map((one) => [one.name, one.code])),
      special: special.map((one) => one.value),
    },
    write(view, at, sent) {
      for (const one of special) {
        if (one.value === sent) {
          put(view, at, one.code);
          return;
        }
      }
      range.write(view, at, sent as number);
    },
    read(view, at) {
      const count = get(view, at);
      for (const one of special) if (one.code === count) return one.value as T | V;
      return range.read(view, at) as T | Refusal;
    },
  };
}

/** Makes one code outside the range stand for null: there is no number. */
export const orNone = <T>(field: NumberField<T>, code: number): NumberField<T | null> =>
  orCode(field, 'none', code, null);
