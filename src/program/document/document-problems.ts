/** Turns what a schema finds wrong with a document into problems. */

import { closest, distance } from 'fastest-levenshtein';
import type { BaseIssue } from 'valibot';
import { excerpt } from './excerpt.ts';
import { expectedBy } from './expected.ts';
import { foundIn, pathOf, shown } from './found.ts';
import type { DocumentProblem, Expected, Path } from './problem.ts';
import { programSchema } from './schema.ts';

/** The parts of a valibot schema that say what belongs in a place. */
interface Described {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Described>>;
  readonly wrapped?: Described;
  readonly item?: Described;
  readonly pipe?: readonly unknown[];
  readonly message?: unknown;
  readonly options?: readonly unknown[];
}

/** More problems of one kind than this are counted, not listed. */
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

/** What a schema's message names. For a picklist, its words are the options. */
const expectedAt = (path: Path, message: unknown): Expected | null =>
  expectedBy(message, (schemaAt(path)?.options ?? []).map(String));

const missing = (path: Path): DocumentProblem => ({
  kind: 'missing',
  path: shown(path),
  expected: expectedAt(path, schemaAt(path)?.message),
});

/** Whether a word is likely a misspelling of another. */
const isNear = (word: string, near: string): boolean =>
  distance(word.toLowerCase(), near.toLowerCase()) <= Math.max(2, near.length / 2);

/** All keys of an object that do not belong there; a schema names only the first. */
function unknownKeys(path: Path, input: object): readonly DocumentProblem[] {
  const inside = path.slice(0, -1);
  const known = Object.keys(schemaAt(inside)?.entries ?? {}).filter((key) => key !== '$schema');
  const unknown = Object.keys(input).filter((key) => key !== '$schema' && !known.includes(key));
  const free = known.filter((key) => !Object.hasOwn(input, key));
  const listed = unknown.slice(0, MOST_OF_A_KIND).map((key): DocumentProblem => {
    const word = excerpt(key);
    const near = free.length > 0 ? closest(word, free) : '';
    return {
      kind: 'keyUnknown',
      path: shown([...inside, key]),
      near: near !== '' && isNear(word, near) ? near : null,
    };
  });
  const more = unknown.length - listed.length;
  return more <= 0 ? listed : [...listed, { kind: 'keysUnknown', path: shown(inside), more }];
}

function wrongValue({ input, message, type, kind }: BaseIssue<unknown>, path: Path): DocumentProblem {
  const expected = expectedAt(path, message);
  if (type === 'picklist' && typeof input === 'string') {
    const word = excerpt(input);
    const near = closest(word, (schemaAt(path)?.options ?? []).map(String));
    const meant = isNear(word, near) ? near : null;
    return { kind: 'wordUnknown', path: shown(path), word, near: meant, expected };
  }
  if (kind === 'validation' && typeof input === 'string') {
    return { kind: 'textWrong', path: shown(path), text: excerpt(input), expected };
  }
  return { kind: 'valueWrong', path: shown(path), found: foundIn(input), expected };
}

/** Whether a document is complete, apart from keys that do not belong in it and values that break a rule. */
export const hasOnlyExtraKeys = (issues: readonly BaseIssue<unknown>[]): boolean =>
  issues.every(({ kind, expected }) => kind === 'validation' || expected === 'never');

/** @param of `keys`: only missing and unknown keys, where the values are checked elsewhere */
export function documentProblems(
  issues: readonly BaseIssue<unknown>[],
  of: 'all' | 'keys',
): readonly DocumentProblem[] {
  const problems = issues.slice(0, MOST).flatMap((issue): readonly DocumentProblem[] => {
    const path = pathOf(issue);
    const last = issue.path?.at(-1);
    if (last?.type === 'object' && last.origin === 'key') {
      return issue.expected === 'never' ? unknownKeys(path, last.input) : [missing(path)];
    }
    return of === 'keys' ? [] : [wrongValue(issue, path)];
  });
  const more = issues.length - MOST;
  return more <= 0 ? problems : [...problems, { kind: 'moreWrong', more }];
}
