/**
 * Fields are data: width, scale, unit and range. One piece of code writes and reads them all, refuses what is out of
 * range in both directions, and the C header and the byte tables are made from the same description.
 */

/** Why a field or a frame was not taken. `offset` is where in the frame the fault lies. */
export class Refusal {
  constructor(
    readonly reason: 'short' | 'long' | 'crc' | 'unknown' | 'invalid',
    readonly message: string,
    readonly offset: number,
  ) {}
}

/** What a field is on the wire, for headers and tables. */
export interface FieldNote {
  readonly type: string;
  readonly scale?: number;
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly codes?: Readonly<Record<string, number>>;
}

export interface Field<T> {
  readonly bytes: number;
  readonly note: FieldNote;
  /** Throws RangeError if the value cannot be sent: that is a bug of the caller, not of the peer. */
  write(view: DataView, at: number, value: T): void;
  read(view: DataView, at: number): T | Refusal;
}

export type ValueOf<F> = F extends Field<infer T> ? T : never;

type Width = 8 | 16 | 32;
export interface Scaling {
  /** What one count is worth, in `unit`. */
  readonly scale?: number;
  readonly unit?: string;
  /** Range of the value (not of the raw count), inclusive. */
  readonly min?: number;
  readonly max?: number;
}

/** Nearest count, halves away from zero. Truncating would send 0.29 at 0.01 as 28. */
const nearest = (count: number): number => Math.sign(count) * Math.round(Math.abs(count));

function integer<T extends number>(signed: boolean, width: Width, scaling: Scaling): Field<T> {
  const scale = scaling.scale ?? 1;
  const lowest = signed ? -(2 ** (width - 1)) : 0;
  const highest = signed ? 2 ** (width - 1) - 1 : 2 ** width - 1;
  const min = scaling.min ?? lowest * scale;
  const max = scaling.max ?? highest * scale;
  const put = {
    8: (v: DataView, at: number, n: number) => (signed ? v.setInt8(at, n) : v.setUint8(at, n)),
    16: (v: DataView, at: number, n: number) => (signed ? v.setInt16(at, n, true) : v.setUint16(at, n, true)),
    32: (v: DataView, at: number, n: number) => (signed ? v.setInt32(at, n, true) : v.setUint32(at, n, true)),
  }[width];
  const get = {
    8: (v: DataView, at: number) => (signed ? v.getInt8(at) : v.getUint8(at)),
    16: (v: DataView, at: number) => (signed ? v.getInt16(at, true) : v.getUint16(at, true)),
    32: (v: DataView, at: number) => (signed ? v.getInt32(at, true) : v.getUint32(at, true)),
  }[width];
  // Counts per unit: 1 / 0.1 is exact where 0.1 is not.
  const inverse = scale < 1 ? Math.round(1 / scale) : 0;
  const toValue = (count: number): number => (inverse ? count / inverse : count * scale);
  const toCount = (value: number): number => nearest(inverse ? value * inverse : value / scale);
  return {
    bytes: width / 8,
    note: { type: `${signed ? 's' : 'u'}${width}`, ...scaling },
    write(view, at, value) {
      const count = toCount(value);
      const rounded = toValue(count);
      if (!(rounded >= min && rounded <= max && count >= lowest && count <= highest)) {
        throw new RangeError(`${value} is outside ${min} to ${max}${scaling.unit ? ` ${scaling.unit}` : ''}`);
      }
      put(view, at, count);
    },
    read(view, at) {
      const value = toValue(get(view, at));
      if (value < min || value > max) {
        return new Refusal('invalid', `${value} is outside ${min} to ${max}`, at);
      }
      return value as T;
    },
  };
}

export const unsigned = <T extends number = number>(width: Width, scaling: Scaling = {}): Field<T> =>
  integer<T>(false, width, scaling);
export const signed = <T extends number = number>(width: Width, scaling: Scaling = {}): Field<T> =>
  integer<T>(true, width, scaling);

/** A u8 that stands for one of some names. */
export function named<Name extends string>(codes: Readonly<Record<Name, number>>): Field<Name> {
  const names = new Map<number, Name>();
  for (const name of Object.keys(codes) as Name[]) names.set(codes[name], name);
  return {
    bytes: 1,
    note: { type: 'u8', codes },
    write(view, at, name) {
      const code = codes[name];
      if (code === undefined) throw new RangeError(`${name} has no code`);
      view.setUint8(at, code);
    },
    read: (view, at) =>
      names.get(view.getUint8(at)) ?? new Refusal('invalid', `code ${view.getUint8(at)} is not known`, at),
  };
}

/** Named bits, the first name at bit 0. The bits without a name are reserved and must be 0. */
export function bits<Name extends string>(
  width: 8 | 16,
  names: readonly Name[],
): Field<Readonly<Record<Name, boolean>>> {
  const reserved = (2 ** width - 1) & ~(2 ** names.length - 1);
  const codes = Object.fromEntries(names.map((name, bit) => [name, 1 << bit]));
  return {
    bytes: width / 8,
    note: { type: `u${width}`, codes },
    write(view, at, value) {
      const raw = names.reduce((sum, name, bit) => sum | (value[name] ? 1 << bit : 0), 0);
      if (width === 8) view.setUint8(at, raw);
      else view.setUint16(at, raw, true);
    },
    read(view, at) {
      const raw = width === 8 ? view.getUint8(at) : view.getUint16(at, true);
      if (raw & reserved) return new Refusal('invalid', 'a reserved bit is set', at);
      return Object.fromEntries(names.map((name, bit) => [name, (raw & (1 << bit)) !== 0])) as Record<
        Name,
        boolean
      >;
    },
  };
}

/** A number where one raw code means that there is none. */
export function absentAt<T extends number>(field: Field<T>, code: number): Field<T | null> {
  const width = field.bytes === 1 ? 8 : 16;
  const sign = field.note.type.startsWith('s');
  const raw = sign ? signed(width) : unsigned(width);
  return {
    bytes: field.bytes,
    note: { ...field.note, codes: { none: code } },
    write: (view, at, value) => (value === null ? raw.write(view, at, code) : field.write(view, at, value)),
    read: (view, at) => (raw.read(view, at) === code ? null : field.read(view, at)),
  };
}

/** A number where one raw code outside its range stands for itself, under a name. */
export function orCode<T extends number>(field: Field<T>, name: string, code: number): Field<T> {
  const raw = unsigned<T>(8);
  return {
    bytes: 1,
    note: { ...field.note, codes: { [name]: code } },
    write: (view, at, value) => (value === code ? raw : field).write(view, at, value),
    read: (view, at) => (view.getUint8(at) === code ? raw : field).read(view, at),
  };
}

/** Printable ASCII in a fixed number of bytes, padded with 0. */
export function ascii(bytes: number): Field<string> {
  return {
    bytes,
    note: { type: `u8[${bytes}]` },
    write(view, at, text) {
      if (text.length > bytes || !/^[\x20-\x7e]*$/.test(text)) throw new RangeError(`"${text}" does not fit`);
      for (let i = 0; i < bytes; i++) view.setUint8(at + i, i < text.length ? text.charCodeAt(i) : 0);
    },
    read(view, at) {
      let text = '';
      let ended = false;
      for (let i = 0; i < bytes; i++) {
        const code = view.getUint8(at + i);
        if (code === 0) ended = true;
        else if (ended || code < 0x20 || code > 0x7e)
          return new Refusal('invalid', 'not ASCII padded with 0', at + i);
        else text += String.fromCharCode(code);
      }
      return text;
    },
  };
}

/** The same field `count` times. */
export function repeated<T>(field: Field<T>, count: number): Field<readonly T[]> {
  return {
    bytes: field.bytes * count,
    note: { ...field.note, type: `${field.note.type}[${count}]` },
    write(view, at, values) {
      if (values.length !== count) throw new RangeError(`${values.length} values where ${count} belong`);
      values.forEach((value, i) => {
        field.write(view, at + i * field.bytes, value);
      });
    },
    read(view, at) {
      const values: T[] = [];
      for (let i = 0; i < count; i++) {
        const value = field.read(view, at + i * field.bytes);
        if (value instanceof Refusal) return value;
        values.push(value);
      }
      return values;
    },
  };
}
