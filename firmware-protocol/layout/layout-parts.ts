/** The parts of a layout: plain fields, flags whose bits become values of the layout, constants, and lists counted by another field. */

import { type Field, Refusal, type ValueOf } from './field.ts';
import { u8 } from './number-field.ts';

export type UntypedValues = Readonly<Record<string, unknown>>;

/** A u8 that holds the length of the list named `of`. The decoded value contains the list, not this number. */
interface Count {
  readonly of: string;
  readonly field: Field<number>;
}
export const countOf = (of: string, range: { readonly min: number; readonly max: number }): Count => ({
  of,
  field: u8(range),
});

/** An item of a list: a field or a layout. The `fromOrigin` fields of a layout count from the list's `origin`. */
interface Item<T> extends Field<T> {
  write(view: DataView, at: number, value: T, origin?: number): void;
  read(view: DataView, at: number, origin?: number): T | Refusal;
}
/** A list whose length an earlier `Count` field gives. */
interface Counted<T> {
  readonly itemAfter: (before: UntypedValues) => Item<T>;
  /** Name of the earlier field from which `fromOrigin` fields of the items count; null = from 0. */
  readonly origin: string | null;
  /** How many items the frame always has room for. Null = an open list: it takes only as many bytes as its items, and ends the frame. */
  readonly room: number | null;
}
/** An open list at the end of a frame. The layout of its items may depend on the fields before it. */
export const counted = <T, Before extends object>(
  item: Item<T> | ((before: Before) => Item<T>),
  origin: string | null = null,
): Counted<T> => ({
  itemAfter: (before) => (typeof item === 'function' ? item(before as Before) : item),
  origin,
  room: null,
});
/** A list that always takes as many bytes as `room` items; unused bytes are 0. */
export const countedWithin = <T>(room: number, item: Field<T>): Counted<T> => ({
  itemAfter: () => item,
  origin: null,
  room,
});

/** A number sent as its distance from the `origin` of the list around it. */
interface FromOrigin<T> {
  readonly fromOrigin: Field<T>;
}
export const fromOrigin = <T extends number>(field: Field<T>): FromOrigin<T> => ({ fromOrigin: field });

/** A field whose parts become values of the layout itself, as the bits of a flags byte do. */
interface Inline<T> {
  readonly inline: Field<T>;
}
export const inline = <T>(field: Field<T>): Inline<T> => ({ inline: field });

/** A byte that always has this value; the decoded value leaves it out. */
export function constant(code: number): Inline<object> {
  const field = u8({ min: code, max: code });
  const nothing = {};
  return {
    inline: {
      bytes: 1,
      note: field.note,
      write: (view, at) => field.write(view, at, code),
      read(view, at) {
        const read = field.read(view, at);
        return read instanceof Refusal ? read : nothing;
      },
    },
  };
}

export type Part = Field<unknown> | Count | Counted<unknown> | FromOrigin<unknown> | Inline<unknown>;

type Flat<T> = { [K in keyof T]: T[K] };
type Intersection<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer T) => void
  ? T
  : never;
type OwnValues<F> = {
  readonly [K in keyof F as F[K] extends Count | Inline<unknown> ? never : K]: F[K] extends Counted<infer T>
    ? readonly T[]
    : F[K] extends FromOrigin<infer T>
      ? T
      : ValueOf<F[K]>;
};
type InlineValues<F> = Intersection<{ [K in keyof F]: F[K] extends Inline<infer T> ? T : never }[keyof F]>;
export type Values<F> = Flat<OwnValues<F> & InlineValues<F>>;

export interface PlacedField {
  readonly name: string;
  /** Bytes from the start of the layout. */
  readonly offset: number;
  readonly field: Field<unknown>;
  /**
   * How the field enters the decoded value: `value` under its own name; `fromOrigin` with the origin added; `inline` bit by bit; `count`
   * not at all; `room` as a list with fixed room.
   */
  readonly role: 'value' | 'fromOrigin' | 'inline' | 'count' | 'room';
}

/** Reads the first `count` items of a list with fixed room; refuses a byte after them that is not 0. */
type ReadUsed = (view: DataView, at: number, count: number) => readonly unknown[] | Refusal;

export interface List extends Counted<unknown> {
  readonly name: string;
  /** Null for an open list. */
  readonly readUsed: ReadUsed | null;
}

function slots(room: number, item: Field<unknown>): { readonly field: Field<unknown>; readUsed: ReadUsed } {
  const { bytes } = item;
  const isUnused = (view: DataView, at: number): boolean => {
    for (let i = 0; i < bytes; i++) if (view.getUint8(at + i) !== 0) return false;
    return true;
  };
  const readUsed: ReadUsed = (view, at, count) => {
    const items: unknown[] = [];
    for (let i = 0; i < room; i++) {
      const here = at + i * bytes;
      if (i < count) {
        const one = item.read(view, here);
        if (one instanceof Refusal) return one;
        items.push(one);
      } else if (!isUnused(view, here)) {
        return new Refusal('invalid', `only ${count} are counted`, here);
      }
    }
    return items;
  };
  const field: Field<readonly unknown[]> = {
    bytes: bytes * room,
    note: { ...item.note, kind: 'list', type: `${item.note.type}[${room}]`, item, length: room },
    write(view, at, items) {
      items.forEach((one, i) => {
        item.write(view, at + i * bytes, one);
      });
      for (let i = items.length * bytes; i < room * bytes; i++) view.setUint8(at + i, 0);
    },
    read: (view, at) => readUsed(view, at, room),
  };
  return { field, readUsed };
}

/** Gives each field its offset. Throws unless each count names the list, and a list has exactly one count. A layout may have one list. */
export function placeFields(fields: Readonly<Record<string, Part>>): {
  readonly bytes: number;
  readonly places: readonly PlacedField[];
  readonly list: List | null;
} {
  const places: PlacedField[] = [];
  let bytes = 0;
  let list: List | null = null;
  const place = (name: string, role: PlacedField['role'], field: Field<unknown>): void => {
    places.push({ name, offset: bytes, field, role });
    bytes += field.bytes;
  };
  for (const [name, part] of Object.entries(fields)) {
    if ('fromOrigin' in part) place(name, 'fromOrigin', part.fromOrigin);
    else if ('inline' in part) place(name, 'inline', part.inline);
    else if ('of' in part) place(name, 'count', part.field);
    else if (!('itemAfter' in part)) place(name, 'value', part);
    else if (part.room === null) list = { ...part, name, readUsed: null };
    else {
      const { field, readUsed } = slots(part.room, part.itemAfter({}));
      list = { ...part, name, readUsed };
      place(name, 'room', field);
    }
  }
  const counts = Object.values(fields).filter((part) => 'of' in part);
  if (counts.length !== (list ? 1 : 0) || counts.some(({ of }) => of !== list?.name)) {
    throw new Error(`${counts.map(({ of }) => of)} is counted, ${list?.name} is listed`);
  }
  return { bytes, places, list };
}
