/** A layout is fields one after the other: the offsets, the byte tables and the C header all come from it. */

import { type Field, Refusal, type ValueOf } from './field.ts';

type AnyFields = Readonly<Record<string, Field<unknown>>>;
export type Values<F> = { readonly [K in keyof F]: ValueOf<F[K]> };

export interface Layout<T> extends Field<T> {
  /** Each field with its offset from the start of the layout. */
  readonly places: readonly {
    readonly name: string;
    readonly offset: number;
    readonly field: Field<unknown>;
  }[];
}

/** Fields one after the other, in the order in which they are named. */
export function layout<F extends { readonly [name: string]: unknown }>(fields: F): Layout<Values<F>> {
  const places: { name: string; offset: number; field: Field<unknown> }[] = [];
  let bytes = 0;
  for (const [name, field] of Object.entries(fields as unknown as AnyFields)) {
    places.push({ name, offset: bytes, field });
    bytes += field.bytes;
  }
  return {
    bytes,
    places,
    note: { type: 'layout' },
    write(view, at, value) {
      for (const { name, offset, field } of places) {
        try {
          field.write(view, at + offset, (value as Record<string, unknown>)[name]);
        } catch (error) {
          throw error instanceof RangeError ? new RangeError(`${name}: ${error.message}`) : error;
        }
      }
    },
    read(view, at) {
      const value: Record<string, unknown> = {};
      for (const { name, offset, field } of places) {
        const read = field.read(view, at + offset);
        if (read instanceof Refusal) return new Refusal(read.reason, `${name}: ${read.message}`, read.offset);
        value[name] = read;
      }
      return value as Values<F>;
    },
  };
}
