/** Turns the issues that valibot finds in a document into problems. */

import { closest, distance } from 'fastest-levenshtein';
import type { BaseIssue } from 'valibot';
import { excerpt } from './excerpt.ts';
import { expectedFromMessage } from './expected.ts';
import { foundIn, pathOf, shownPath } from './found.ts';
import type { DocumentProblem, Expected, Path } from './problem.ts';
import { programSchema } from './schema.ts';

interface SchemaNode {
  readonly type: string;
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly wrapped?: SchemaNode;
  readonly item?: SchemaNode;
  readonly pipe?: readonly unknown[];
  readonly message?: unknown;
  readonly options?: readonly unknown[];
}

/** Unknown keys beyond this number are counted, not listed. */
const MOST_LISTED_KEYS = 5;
const MOST_LISTED_ISSUES = 30;

const unwrapped = (schema: SchemaNode): SchemaNode => (schema.wrapped ? unwrapped(schema.wrapped) : schema);

function schemaAt(path: readonly unknown[]): SchemaNode | null {
  let at: SchemaNode = unwrapped(programSchema);
  for (const key of path) {
    const next =
      typeof key === 'number' ? at.item : Object.entries(at.entries ?? {}).find(([of]) => of === key)?.[1];
    if (next === undefined) return null;
    at = unwrapped(next);
  }
  return at;
}

const expectedAt = (path: Path, message: unknown): Expected | null =>
  expectedFromMessage(message, (schemaAt(path)?.options ?? []).map(String));

const missing = (path: Path): DocumentProblem => ({
  kind: 'missing',
  path: shownPath(path),
  expected: expectedAt(path, schemaAt(path)?.message),
});

const isNear = (word: string, near: string): boolean =>
  distance(word.toLowerCase(), near.toLowerCase()) <= Math.max(2, near.length / 2);

/**
 * A problem for each key that does not belong in an object, because valibot reports only the first. Counts those beyond MOST_LISTED_KEYS.
 */
function unknownKeys(path: Path, input: object): readonly DocumentProblem[] {
  const inside = path.slice(0, -1);
  const known = Object.keys(schemaAt(inside)?.entries ?? {}).filter((key) => key !== '$schema');
  const unknown = Object.keys(input).filter((key) => key !== '$schema' && !known.includes(key));
  const free = known.filter((key) => !Object.hasOwn(input, key));
  const listed = unknown.slice(0, MOST_LISTED_KEYS).map((key): DocumentProblem => {
    const word = excerpt(key);
    const near = free.length > 0 ? closest(word, free) : '';
    return {
      kind: 'keyUnknown',
      path: shownPath([...inside, key]),
      near: near !== '' && isNear(word, near) ? near : null,
    };
  });
  const more = unknown.length - listed.length;
  return more <= 0 ? listed : [...listed, { kind: 'keysUnknown', path: shownPath(inside), more }];
}

function wrongValue({ input, message, type, kind }: BaseIssue<unknown>, path: Path): DocumentProblem {
  const expected = expectedAt(path, message);
  if (type === 'picklist' && typeof input === 'string') {
    const word = excerpt(input);
    const near = closest(word, (schemaAt(path)?.options ?? []).map(String));
    const meant = isNear(word, near) ? near : null;
    return { kind: 'wordUnknown', path: shownPath(path), word, near: meant, expected };
  }
  if (kind === 'validation' && typeof input === 'string') {
    return { kind: 'textWrong', path: shownPath(path), text: excerpt(input), expected };
  }
  return { kind: 'valueWrong', path: shownPath(path), found: foundIn(input), expected };
}

/** Whether every key that a document needs is there with a value of its type. It may have more keys, and values out of their ranges. */
export const hasOnlyExtraKeys = (issues: readonly BaseIssue<unknown>[]): boolean =>
  issues.every(({ kind, expected }) => kind === 'validation' || expected === 'never');

/** @param of `keys`: report only missing and unknown keys, because check.ts reports the values */
export function documentProblems(
  issues: readonly BaseIssue<unknown>[],
  of: 'all' | 'keys',
): readonly DocumentProblem[] {
  const problems = issues.slice(0, MOST_LISTED_ISSUES).flatMap((issue): readonly DocumentProblem[] => {
    const path = pathOf(issue);
    const last = issue.path?.at(-1);
    if (last?.type === 'object' && last.origin === 'key') {
      return issue.expected === 'never' ? unknownKeys(path, last.input) : [missing(path)];
    }
    return of === 'keys' ? [] : [wrongValue(issue, path)];
  });
  const more = issues.length - MOST_LISTED_ISSUES;
  return more <= 0 ? problems : [...problems, { kind: 'moreWrong', more }];
}
