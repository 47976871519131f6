/** Parts that the schemas of entries are made of. */

import * as v from 'valibot';
import type { ExpectedName } from './expected.ts';
import { ranges } from './format.ts';

/** Its message names the same entry of `ranges`. */
export const figure = (name: ExpectedName & keyof typeof ranges) =>
  v.pipe(
    v.number(name),
    v.minValue(ranges[name].least, name),
    v.maxValue(ranges[name].most, name),
    v.check((value) => !('whole' in ranges[name]) || Number.isInteger(value), name),
  );

/** A figure that has a unit in its type. */
export const quantity = <Quantity extends number>(
  name: ExpectedName & keyof typeof ranges,
  as: (value: number) => Quantity,
) => v.pipe(figure(name), v.transform(as));

export const strict = <Entries extends v.ObjectEntries>(entries: Entries, name: ExpectedName) =>
  v.strictObject(entries, name);

export const list = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(v.array(item, 'list'), v.maxLength(most, 'list'));

export const perhaps = <T extends v.GenericSchema>(schema: T) => v.nullable(schema);

export const bool = v.boolean('yesOrNo');

const ID = /^[0-9a-z]{8,40}$/;

export const idOf = <Id extends string>() =>
  v.pipe(
    v.string('id'),
    v.regex(ID, 'id'),
    v.transform((text) => text as Id),
  );
