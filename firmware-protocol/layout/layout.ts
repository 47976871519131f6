/** A layout is a record of named fields in wire order. The type of its values and the offsets follow from that record. */

import { type Field, Refusal } from './field.ts';
import {
  type List,
  type Part,
  type PlacedField,
  placeFields,
  type UntypedValues,
  type Values,
} from './layout-parts.ts';

/**
 * Checks how long a frame with an open list should be once its number of items has been read. A refusal ends the reading.
 * @param length bytes, without the CRC
 */
export type LengthCheck = (length: number) => Refusal | null;

export interface Layout<T> extends Field<T> {
  /** All fields except an open list, whose items begin at offset `bytes`. */
  readonly places: readonly PlacedField[];
  readonly list: List | null;
  /** Bytes of this value on the wire: `bytes`, plus the items of an open list. */
  lengthOf(value: T): number;
  /** @param origin what `fromOrigin` fields count from */
  write(view: DataView, at: number, value: T, origin?: number): void;
  read(view: DataView, at: number, origin?: number): T | Refusal;
  /**
   * An object for `readInto`. It already has the keys of the decoded value where they are known, because setting existing keys is quicker.
   */
  blank(): object;
  /** Reads into `values`, which are a complete `T` afterwards unless a refusal is returned. */
  readInto(
    values: object,
    view: DataView,
    at: number,
    origin: number,
    checkLength: LengthCheck,
  ): Refusal | null;
}

/** A condition across fields: null if it holds, otherwise the reason and the field at fault. */
export type Rule<T> = (value: T) => { readonly at: string; readonly message: string } | null;

const inField = (name: string, { reason, message, offset }: Refusal): Refusal =>
  new Refusal(reason, `${name}: ${message}`, offset);
export const anyLength: LengthCheck = () => null;

/** The number to send for `value`, counted from `origin`. Throws RangeError for a value before the origin. */
function above(origin: number, value: unknown): number {
  const by = (value as number) - origin;
  if (by < 0) throw new RangeError(`${value} lies before ${origin}`);
  return by;
}

/** The keys of decoded values in their order; none if inline fields add keys of their own. */
function keysOf(places: readonly PlacedField[], open: List | null): UntypedValues {
  if (places.some(({ role }) => role === 'inline')) return {};
  const names = places.filter(({ role }) => role !== 'count').map(({ name }) => name);
  return Object.fromEntries([...names, ...(open ? [open.name] : [])].map((name) => [name, undefined]));
}

/** Lays out the fields in the order of the record; an open list comes last. @param rule a condition that writing and reading also check */
export function layout<const F extends Readonly<Record<string, Part>>>(
  fields: F,
  rule?: Rule<Values<F>>,
): Layout<Values<F>> {
  type Value = Values<F>;
  const { bytes, places, list } = placeFields(fields);
  const open = list?.room === null ? list : null;
  const keys = keysOf(places, open);
  const itemsIn = (values: UntypedValues): readonly unknown[] =>
    list ? (values[list.name] as readonly unknown[]) : [];
  const originIn = (values: UntypedValues, { origin }: List): number =>
    origin === null ? 0 : (values[origin] as number);

  function sentOf({ name, role }: PlacedField, values: UntypedValues, origin: number): unknown {
    switch (role) {
      case 'inline':
        return values;
      case 'count':
        return itemsIn(values).length;
      case 'fromOrigin':
        return above(origin, values[name]);
      default:
        return values[name];
    }
  }

  function readInto(
    into: object,
    view: DataView,
    at: number,
    origin: number,
    checkLength: LengthCheck,
  ): Refusal | null {
    const values = into as Record<string, unknown>;
    let count = 0;
    for (const { name, offset, field, role } of places) {
      const value =
        role === 'room' ? list?.readUsed?.(view, at + offset, count) : field.read(view, at + offset);
      if (value instanceof Refusal) return inField(name, value);
      if (role === 'value' || role === 'room') values[name] = value;
      else if (role === 'inline') Object.assign(values, value);
      else if (role === 'fromOrigin') values[name] = (value as number) + origin;
      else {
        count = value as number;
        const damage = open && checkLength(bytes + count * open.itemAfter(values).bytes);
        if (damage) return damage;
      }
    }
    if (open) {
      const item = open.itemAfter(values);
      const from = originIn(values, open);
      const items: unknown[] = [];
      for (let i = 0; i < count; i++) {
        const one = item.read(view, at + bytes + i * item.bytes, from);
        if (one instanceof Refusal) return inField(`${open.name} ${i}`, one);
        items.push(one);
      }
      values[open.name] = items;
    }
    const broken = rule?.(values as Value);
    if (!broken) return null;
    const { offset } = places.find(({ name }) => name === broken.at) ?? { offset: 0 };
    return new Refusal('invalid', broken.message, at + offset);
  }

  return {
    bytes,
    places,
    list,
    note: { kind: 'group', type: 'layout' },
    lengthOf(value) {
      const values = value as UntypedValues;
      return open ? bytes + itemsIn(values).length * open.itemAfter(values).bytes : bytes;
    },
    write(view, at, value, origin = 0) {
      const broken = rule?.(value);
      if (broken) throw new RangeError(`${broken.at}: ${broken.message}`);
      const values = value as UntypedValues;
      let writing = '';
      try {
        for (const place of places) {
          writing = place.name;
          const sent = place.role === 'value' ? values[place.name] : sentOf(place, values, origin);
          place.field.write(view, at + place.offset, sent);
        }
        if (!open) return;
        writing = open.name;
        const item = open.itemAfter(values);
        const from = originIn(values, open);
        const items = itemsIn(values);
        for (let i = 0; i < items.length; i++) item.write(view, at + bytes + i * item.bytes, items[i], from);
      } catch (error) {
        throw error instanceof RangeError ? new RangeError(`${writing}: ${error.message}`) : error;
      }
    },
    blank: () => ({ ...keys }),
    read(view, at, origin = 0) {
      const values = { ...keys };
      return readInto(values, view, at, origin, anyLength) ?? (values as Value);
    },
    readInto,
  };
}
