/** What a schema has against a document, told to the person who wrote it. */

import { closest, distance } from 'fastest-levenshtein';
import type { BaseIssue } from 'valibot';
import type { Problem } from '../problem.ts';
import { inQuotes, part } from './quoted.ts';
import { programSchema } from './schema.ts';

/** What is needed of a schema to say what belongs in a place. */
interface Described {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Described>>;
  readonly wrapped?: Described;
  readonly item?: Described;
  readonly pipe?: readonly unknown[];
  readonly message?: unknown;
  readonly options?: readonly unknown[];
}

type Path = NonNullable<BaseIssue<unknown>['path']>;

/** More of one kind are not told one by one. */
const MOST_OF_A_KIND = 5;
const MOST = 30;

const bare = (schema: Described): Described => (schema.wrapped ? bare(schema.wrapped) : schema);

function schemaAt(path: readonly unknown[]): Described | null {
  let at: Described = bare(programSchema);
  for (const key of path) {
    const next =
      typeof key === 'number' ? at.item : Object.entries(at.entries ?? {}).find(([of]) => of === key)?.[1];
    if (next === undefined) return null;
    at = bare(next);
  }
  return at;
}

const keysOf = (path: Path): readonly unknown[] => path.map(({ key }) => key);

/** What one entry of a list is called. */
const entryOf = (list: unknown): string =>
  list === 'sections' ? 'section' : list === 'left' || list === 'right' ? 'zone' : 'number';

/** "pattern, section 2, sweeps" */
const placeOf = (keys: readonly unknown[]): string =>
  keys
    .flatMap((key, index) => {
      if (typeof key === 'number') return `${entryOf(keys[index - 1])} ${key + 1}`;
      if (key === 'sections' && index < keys.length - 1) return [];
      return part(String(key)).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '�');
    })
    .join(', ') || 'program';

/** A value as one would call it. */
function called(value: unknown): string {
  if (typeof value === 'string') return `text, ${inQuotes(part(value))}`;
  if (typeof value === 'number') return `the number ${value}`.replace('-', '−');
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a group in { }' : String(value);
}

const messageOf = (schema: Described | null): string =>
  typeof schema?.message === 'string' ? schema.message : '';

const lacking = (keys: readonly unknown[]): Problem => ({
  place: placeOf(keys),
  reason: 'It is missing.',
  suggestion: messageOf(schemaAt(keys)) || 'Add it.',
});

/** Words further off than this are not meant. */
const isNear = (word: string, near: string): boolean =>
  distance(word.toLowerCase(), near.toLowerCase()) <= Math.max(2, near.length / 2);

/** All keys of an object that do not belong there; a schema names only the first. */
function unknownKeys(keys: readonly unknown[], input: object): readonly Problem[] {
  const inside = keys.slice(0, -1);
  const known = Object.keys(schemaAt(inside)?.entries ?? {}).filter((key) => key !== '$schema');
  const unknown = Object.keys(input).filter((key) => key !== '$schema' && !known.includes(key));
  const free = known.filter((key) => !Object.hasOwn(input, key));
  const told = unknown.slice(0, MOST_OF_A_KIND).map((key) => {
    const word = part(key);
    const near = free.length > 0 ? closest(word, free) : '';
    return {
      place: placeOf([...inside, key]),
      reason: `No such figure is known${inside.length > 0 ? ` in ${placeOf(inside)}` : ''}.`,
      suggestion: near !== '' && isNear(word, near) ? `Did you mean "${near}"?` : 'Leave it out.',
    };
  });
  const more = unknown.length - told.length;
  return more <= 0
    ? told
    : [
        ...told,
        {
          place: placeOf(inside),
          reason: `${more} more ${more === 1 ? 'key is' : 'keys are'} not known there.`,
          suggestion: 'Leave them out.',
        },
      ];
}

function wrongValue(issue: BaseIssue<unknown>, keys: readonly unknown[]): Problem {
  const place = placeOf(keys);
  const { input, message } = issue;
  if (issue.type === 'picklist' && typeof input === 'string') {
    const words = (schemaAt(keys)?.options ?? []).map(String);
    const near = closest(part(input), words);
    const meant = isNear(part(input), near) ? `Did you mean "${near}"? ` : '';
    return { place, reason: `There is no ${inQuotes(part(input))}.`, suggestion: `${meant}${message}` };
  }
  if (issue.kind === 'validation' && typeof input === 'string') {
    return { place, reason: `${inQuotes(part(input))} cannot be used there.`, suggestion: message };
  }
  return { place, reason: `It is ${called(input)}.`, suggestion: message };
}

/** Whether a document is whole but for keys that do not belong in it. */
export const isOnlyTooMuch = (issues: readonly BaseIssue<unknown>[]): boolean =>
  issues.every(({ kind, expected }) => kind === 'validation' || expected === 'never');

/** @param of those that are told; the others are told by somebody else */
export function told(issues: readonly BaseIssue<unknown>[], of: 'all' | 'keys'): readonly Problem[] {
  const problems = issues.slice(0, MOST).flatMap((issue): readonly Problem[] => {
    const keys = keysOf(issue.path ?? ([] as unknown as Path));
    const last = issue.path?.at(-1);
    if (last?.type === 'object' && last.origin === 'key') {
      return issue.expected === 'never' ? unknownKeys(keys, last.input) : [lacking(keys)];
    }
    return of === 'keys' ? [] : [wrongValue(issue, keys)];
  });
  const more = issues.length - MOST;
  return more <= 0
    ? problems
    : [...problems, { place: 'program', reason: `${more} more are wrong.`, suggestion: 'Mend these first.' }];
}
