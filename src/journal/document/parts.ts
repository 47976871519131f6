/** Building blocks for the schemas of entries. */

import * as v from 'valibot';
import type { StepOfPlan } from '../../plan/plan-id.ts';
import { eventKinds } from '../../plan/plan-request.ts';
import type { ExpectedName } from './expected.ts';
import { ranges } from './format.ts';

/**
 * A number within its range; the message of a failure is the range's name. One rule is faster than a pipe of four, and a journal of several
 * years has hundreds of thousands of numbers.
 */
export const figure = <Quantity extends number = number>(name: ExpectedName & keyof typeof ranges) => {
  const { least, most } = ranges[name];
  const isWhole = 'whole' in ranges[name];
  return v.custom<Quantity>(
    (value) =>
      typeof value === 'number' && value >= least && value <= most && (!isWhole || Number.isInteger(value)),
    name,
  );
};

/** The message of a schema's own rule; null if it has none. */
function messageOf(schema: object): string | null {
  if ('wrapped' in schema) return messageOf(Object(schema.wrapped));
  const message = 'message' in schema ? schema.message : null;
  if (typeof message === 'function') return message({});
  return typeof message === 'string' ? message : null;
}

/** A failure's message is `name` or, for a missing key, the message of the rule for its value. */
export const strict = <Entries extends v.ObjectEntries>(entries: Entries, name: ExpectedName) =>
  v.strictObject(entries, ({ path }: Partial<v.StrictObjectIssue>) => {
    const key = path?.at(-1)?.key;
    const of = typeof key === 'string' && Object.hasOwn(entries, key) ? entries[key] : undefined;
    return (of && messageOf(of)) ?? name;
  });

export const list = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(v.array(item, 'list'), v.maxLength(most, 'list'));

export const perhaps = <T extends v.GenericSchema>(schema: T) => v.nullable(schema);

export const bool = v.boolean('yesOrNo');

export const stepOfPlan: v.GenericSchema<unknown, StepOfPlan | null> = perhaps(
  strict(
    {
      plan: v.pipe(v.string('step'), v.regex(/^[0-9a-f]{16}$/, 'step')),
      event: v.picklist(eventKinds, 'eventKind'),
      day: figure('day'),
      step: v.pipe(v.string('step'), v.regex(/^day\d{1,2}-[a-z]{1,20}(?:-[a-z]{1,20}){0,3}$/, 'step')),
    },
    'group',
  ),
);

const ID = /^[0-9a-z]{8,40}$/;

export const idOf = <Id extends string>() =>
  v.custom<Id>((text) => typeof text === 'string' && ID.test(text), 'id');
