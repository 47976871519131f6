/** Turns valibot's issues with one part of a journal file into problems that give their path in the whole file. */

import { closest, distance } from 'fastest-levenshtein';
import type { BaseIssue } from 'valibot';
import { excerpt } from '../../program/document/excerpt.ts';
import { foundIn, pathOf, shownPath } from '../../program/document/found.ts';
import type { Path } from '../../program/document/problem.ts';
import { expectedBy } from './expected.ts';
import type { JournalProblem } from './problem.ts';

export const MOST_PROBLEMS = 30;

/** Lists up to MOST_PROBLEMS keys that the format does not have. @param known the keys that the format has */
export function unknownKeys(
  inside: Path,
  input: object,
  known: readonly string[],
): readonly JournalProblem[] {
  const free = known.filter((key) => !Object.hasOwn(input, key));
  return Object.keys(input)
    .filter((key) => !known.includes(key))
    .slice(0, MOST_PROBLEMS)
    .map((key) => {
      const word = excerpt(key);
      const near = free.length > 0 ? closest(word, free) : '';
      const isMeant = near !== '' && distance(word.toLowerCase(), near.toLowerCase()) <= near.length / 2;
      return { kind: 'keyUnknown', path: shownPath([...inside, key]), near: isMeant ? near : null };
    });
}

function problemOf(issue: BaseIssue<unknown>, at: Path): JournalProblem {
  const path = shownPath([...at, ...pathOf(issue)]);
  const last = issue.path?.at(-1);
  if (last?.type === 'object' && last.origin === 'key' && issue.expected === 'never') {
    return { kind: 'keyUnknown', path, near: null };
  }
  const expected = expectedBy(issue.message);
  // JSON cannot hold `undefined`, so the key is missing.
  if (issue.input === undefined) return { kind: 'missing', path, expected };
  return { kind: 'valueWrong', path, found: foundIn(issue.input), expected };
}

export function problemsOf(
  issues: readonly BaseIssue<unknown>[],
  at: Path,
  input: unknown,
  known: readonly string[],
): readonly JournalProblem[] {
  const isKeyOfPart = (issue: BaseIssue<unknown>): boolean =>
    issue.expected === 'never' && issue.path?.length === 1;
  const keys =
    known.length > 0 && typeof input === 'object' && input !== null ? unknownKeys(at, input, known) : [];
  return [...issues.filter((issue) => !isKeyOfPart(issue)).map((issue) => problemOf(issue, at)), ...keys];
}

/** Keeps the first MOST_PROBLEMS problems, and counts the others. */
export class ProblemList {
  readonly #all: JournalProblem[] = [];
  #more = 0;

  get full(): boolean {
    return this.#all.length >= MOST_PROBLEMS;
  }

  add(...problems: readonly JournalProblem[]): void {
    const room = MOST_PROBLEMS - this.#all.length;
    this.#all.push(...problems.slice(0, room));
    this.#more += Math.max(0, problems.length - room);
  }

  get all(): readonly JournalProblem[] {
    return this.#more === 0 ? this.#all : [...this.#all, { kind: 'moreWrong', more: this.#more }];
  }
}
