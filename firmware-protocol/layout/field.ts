/**
 * A field is described as data: its type, scale, unit and range. Encoding, decoding and range checks in both directions
 * follow from that one description.
 */

/** Why a frame was refused. `offset` is that of the error, in bytes. */
export class Refusal {
  constructor(
    readonly reason: 'short' | 'long' | 'crc' | 'unknown' | 'invalid',
    readonly message: string,
    readonly offset: number,
  ) {}
}

export interface FieldNote {
  readonly kind: 'number' | 'named' | 'bits' | 'text' | 'list' | 'packed' | 'group';
  /** The type on the wire: `u8`, `s16`; for several in a row `u8[16]`. */
  readonly type: string;
  readonly scale?: number;
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  /** What the range does not say, for the C header. */
  readonly remark?: string;
  /** For a named field or a number: codes by name. For bits: masks by name. */
  readonly codes?: Readonly<Record<string, number>>;
  /** For a number: the values for which `codes` stand, in the same order. */
  readonly special?: readonly unknown[];
  /** For a list: the repeated field. */
  readonly item?: Field<unknown>;
  /** For a list or packed bits: the number of items. For a text: the number of bytes. */
  readonly length?: number;
}

export interface Field<T> {
  readonly bytes: number;
  readonly note: FieldNote;
  /** Throws RangeError if the value cannot be sent, which is a bug in the caller. */
  write(view: DataView, at: number, value: T): void;
  read(view: DataView, at: number): T | Refusal;
}

export type ValueOf<F> = F extends Field<infer T> ? T : never;

/** A u8 whose codes have names. Reading refuses a code without one. */
export function named<Name extends string>(codes: Readonly<Record<Name, number>>): Field<Name> {
  const names: Name[] = [];
  for (const name of Object.keys(codes) as Name[]) names[codes[name]] = name;
  return {
    bytes: 1,
    note: { kind: 'named', type: 'u8', codes },
    write(view, at, name) {
      const code = codes[name];
      if (code === undefined) throw new RangeError(`${name} has no code`);
      view.setUint8(at, code);
    },
    read(view, at) {
      const code = view.getUint8(at);
      return names[code] ?? new Refusal('invalid', `code ${code} is not known`, at);
    },
  };
}

type Bits<Name extends string> = Readonly<Record<Name, boolean>>;
type Masks<Name extends string> = readonly { readonly name: Name; readonly mask: number }[];

const masksOf = <Name extends string>(names: readonly Name[]): Masks<Name> =>
  names.map((name, bit) => ({ name, mask: 1 << bit }));
const codesOf = (masks: Masks<string>): Readonly<Record<string, number>> =>
  Object.fromEntries(masks.map(({ name, mask }) => [name, mask]));

function bitsIn<Name extends string>(code: number, masks: Masks<Name>): Bits<Name> {
  const value = {} as Record<Name, boolean>;
  for (const { name, mask } of masks) value[name] = (code & mask) !== 0;
  return value;
}
function codeOf<Name extends string>(value: Bits<Name> | undefined, masks: Masks<Name>): number {
  let code = 0;
  for (const { name, mask } of masks) if (value?.[name]) code |= mask;
  return code;
}

/**
 * Named bits, starting at bit 0. Bits without a name are reserved and must be 0.
 * @param barred names of bits that must be 0 too, because these boots do not permit them
 */
export function bits<Name extends string>(
  width: 8 | 16,
  names: readonly Name[],
  barred: readonly Name[] = [],
): Field<Bits<Name>> {
  const masks = masksOf(names);
  const permitted = masks.filter(({ name }) => !barred.includes(name));
  const forbidden = (2 ** width - 1) & ~permitted.reduce((sum, { mask }) => sum | mask, 0);
  return {
    bytes: width / 8,
    note: { kind: 'bits', type: `u${width}`, codes: codesOf(permitted) },
    write(view, at, value) {
      const code = codeOf(value, masks);
      if (code & forbidden) throw new RangeError(`${barred.join(', ')} cannot be set here`);
      if (width === 8) view.setUint8(at, code);
      else view.setUint16(at, code, true);
    },
    read(view, at) {
      const code = width === 8 ? view.getUint8(at) : view.getUint16(at, true);
      if (code & forbidden) return new Refusal('invalid', 'a reserved bit is set', at);
      return bitsIn(code, masks);
    },
  };
}

/** Named bits in a frame that the boots send. Reading ignores a bit without a name, which may come from a later version (PROTOCOL.md 9). */
export function bitsOfBoots<Name extends string>(width: 8 | 16, names: readonly Name[]): Field<Bits<Name>> {
  const masks = masksOf(names);
  return {
    ...bits(width, names),
    read: (view, at) => bitsIn(width === 8 ? view.getUint8(at) : view.getUint16(at, true), masks),
  };
}

/**
 * `length` items, each of the same named bits, packed from the lowest bit of the first byte up. No item spans two bytes. Unused bits are
 * reserved and must be 0.
 */
export function packedBits<Name extends string>(
  names: readonly Name[],
  length: number,
): Field<readonly Bits<Name>[]> {
  const masks = masksOf(names);
  const each = names.length;
  const perByte = Math.floor(8 / each);
  const bytes = Math.ceil(length / perByte);
  // Telemetry decodes hundreds of these per second, so every possible value is created once, frozen and shared.
  const known = Array.from({ length: 2 ** each }, (_, code) => Object.freeze(bitsIn(code, masks)));
  return {
    bytes,
    note: { kind: 'packed', type: `u8[${bytes}]`, codes: codesOf(masks), length },
    write(view, at, values) {
      if (values.length !== length) throw new RangeError(`${values.length} values where ${length} belong`);
      for (let byte = 0, first = 0; byte < bytes; byte++, first += perByte) {
        const last = Math.min(length, first + perByte);
        let code = 0;
        for (let i = last - 1; i >= first; i--) code = (code << each) | codeOf(values[i], masks);
        view.setUint8(at + byte, code);
      }
    },
    read(view, at) {
      const values: Bits<Name>[] = [];
      for (let byte = 0, left = length; byte < bytes; byte++, left -= perByte) {
        let code = view.getUint8(at + byte);
        for (let i = Math.min(perByte, left); i > 0; i--) {
          const value = known[code & (known.length - 1)];
          if (value) values.push(value);
          code >>= each;
        }
        if (code !== 0) return new Refusal('invalid', 'a reserved bit is set', at + byte);
      }
      return values;
    },
  };
}

/** Printable ASCII in a fixed number of bytes, padded with 0. */
export function ascii(bytes: number): Field<string> {
  return {
    bytes,
    note: { kind: 'text', type: `u8[${bytes}]`, length: bytes },
    write(view, at, text) {
      if (text.length > bytes || !/^[\x20-\x7e]*$/.test(text)) {
        throw new RangeError(`"${text}" is not ${bytes} bytes of printable ASCII at most`);
      }
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

/** Text in UTF-8, padded with 0 to a fixed number of bytes. Reading never fails: bytes that are not UTF-8 become question marks. */
export function utf8(bytes: number): Field<string> {
  return {
    bytes,
    note: { kind: 'text', type: `u8[${bytes}]`, length: bytes },
    write(view, at, text) {
      const encoded = new TextEncoder().encode(text);
      if (encoded.length > bytes || text.includes('\0')) {
        throw new RangeError(`"${text}" has more than ${bytes} bytes, or a zero`);
      }
      for (let i = 0; i < bytes; i++) view.setUint8(at + i, encoded[i] ?? 0);
    },
    read(view, at) {
      const encoded = new Uint8Array(view.buffer, view.byteOffset + at, bytes);
      const end = encoded.indexOf(0);
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
        encoded.subarray(0, end < 0 ? bytes : end),
      );
      return text.replaceAll('\uFFFD', '?');
    },
  };
}

export function repeated<T>(item: Field<T>, length: number): Field<readonly T[]> {
  return {
    bytes: item.bytes * length,
    note: { ...item.note, kind: 'list', type: `${item.note.type}[${length}]`, item, length },
    write(view, at, values) {
      if (values.length !== length) throw new RangeError(`${values.length} values where ${length} belong`);
      for (let i = 0; i < length; i++) item.write(view, at + i * item.bytes, values[i] as T);
    },
    read(view, at) {
      const values: T[] = [];
      for (let i = 0; i < length; i++) {
        const value = item.read(view, at + i * item.bytes);
        if (value instanceof Refusal) return value;
        values.push(value);
      }
      return values;
    },
  };
}
