/** What the schema has against a document, as problems: all of them, up to as many as anybody reads. */

import { closest, distance } from 'fastest-levenshtein';
import type { BaseIssue } from 'valibot';
import { inQuotes, part } from '../../program/document/quoted.ts';
import { type DocumentProblem, type Expected, expectations, type Place } from './problem.ts';
import { keysAt } from './schema.ts';

const MOST = 30;

const isExpected = (message: string): message is Expected =>
  expectations.some((expected) => expected === message);

const wordOf = (key: unknown): string | number =>
  typeof key === 'number' ? key : inQuotes(part(String(key)));
/** Keys that a document may have are shown bare, others in quotation marks. */
const placeOf = (keys: readonly unknown[], known: boolean): Place =>
  keys.map((key, index) =>
    known || index < keys.length - 1 ? (typeof key === 'number' ? key : String(key)) : wordOf(key),
  );

/** A value as one would call it. */
function called(value: unknown): string {
  if (typeof value === 'string') return inQuotes(part(value));
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? '[ ]' : '{ }';
}

function unknownKeys(
  inside: readonly unknown[],
  input: object,
  document: unknown,
): readonly DocumentProblem[] {
  const known = keysAt(inside, document);
  const free = known.filter((key) => !Object.hasOwn(input, key));
  return Object.keys(input)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const word = part(key);
      const near = free.length > 0 ? closest(word, free) : '';
      const isMeant = near !== '' && distance(word.toLowerCase(), near.toLowerCase()) <= near.length / 2;
      return { kind: 'unknownKey', place: placeOf([...inside, key], false), near: isMeant ? near : null };
    });
}

function problemsOf(issue: BaseIssue<unknown>, document: unknown): readonly DocumentProblem[] {
  const keys = (issue.path ?? []).map(({ key }) => key);
  const expected = isExpected(issue.message) ? issue.message : 'nothing';
  const last = issue.path?.at(-1);
  if (last?.type === 'object' && last.origin === 'key') {
    return issue.expected === 'never'
      ? unknownKeys(keys.slice(0, -1), last.input, document)
      : [{ kind: 'missing', place: placeOf(keys, true), expected: expectedAt(keys) ?? expected }];
  }
  return [{ kind: 'wrong', place: placeOf(keys, true), expected, found: called(issue.input) }];
}

/** What belongs under a key that is not there: the schema says of a missing key only what holds of its surroundings. */
const under: Readonly<Record<string, Expected>> = {
  event: 'event',
  person: 'person',
  at: 'wallTime',
  zone: 'zone',
  owns: 'tools',
  soreness: 'soreness',
  leftCm: 'girth',
  rightCm: 'girth',
  step: 'step',
  minutes: 'sessionMinutes',
  peakMmhg: 'sessionPeak',
  sign: 'sign',
};

function expectedAt(keys: readonly unknown[]): Expected | undefined {
  const last = keys.at(-1);
  if (last === 'kind') return keys[0] === 'event' ? 'eventKind' : 'reportKind';
  return typeof last === 'string' && Object.hasOwn(under, last) ? under[last] : undefined;
}

export function toldProblems(
  issues: readonly BaseIssue<unknown>[],
  document: unknown,
): readonly DocumentProblem[] {
  const problems = issues.slice(0, 2 * MOST).flatMap((issue) => problemsOf(issue, document));
  const more = problems.length - MOST + Math.max(0, issues.length - 2 * MOST);
  return more <= 0 ? problems : [...problems.slice(0, MOST), { kind: 'more', problems: more }];
}
