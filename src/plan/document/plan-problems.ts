/** Turns the issues that valibot finds in a plan file into problems. At most MOST_PROBLEMS are listed; the others are counted. */

import { closest, distance } from 'fastest-levenshtein';
import type { BaseIssue } from 'valibot';
import { excerpt } from '../../program/document/excerpt.ts';
import { foundIn, pathOf, shownPath } from '../../program/document/found.ts';
import type { Path } from '../../program/document/problem.ts';
import { expectedBy, expectedUnder } from './expected.ts';
import type { PlanProblem } from './problem.ts';
import { keysAt } from './schema.ts';

const MOST_PROBLEMS = 30;

/** A problem for each unknown key of one object, because valibot reports only the first of them. */
function unknownKeys(inside: Path, input: object, document: unknown): readonly PlanProblem[] {
  const known = keysAt(inside, document);
  const free = known.filter((key) => !Object.hasOwn(input, key));
  return Object.keys(input)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const word = excerpt(key);
      const near = free.length > 0 ? closest(word, free) : '';
      const isMeant = near !== '' && distance(word.toLowerCase(), near.toLowerCase()) <= near.length / 2;
      return { kind: 'keyUnknown', path: shownPath([...inside, key]), near: isMeant ? near : null };
    });
}

function problemsOf(issue: BaseIssue<unknown>, document: unknown): readonly PlanProblem[] {
  const path = pathOf(issue);
  const last = issue.path?.at(-1);
  if (last?.type === 'object' && last.origin === 'key' && issue.expected === 'never') {
    return unknownKeys(path.slice(0, -1), last.input, document);
  }
  // JSON cannot hold `undefined`, so the key is missing.
  if (issue.input === undefined) {
    return [{ kind: 'missing', path: shownPath(path), expected: expectedUnder(path, issue.message) }];
  }
  const expected = expectedBy(issue.message);
  return [{ kind: 'valueWrong', path: shownPath(path), found: foundIn(issue.input), expected }];
}

export function planProblems(
  issues: readonly BaseIssue<unknown>[],
  document: unknown,
): readonly PlanProblem[] {
  const problems = issues.slice(0, 2 * MOST_PROBLEMS).flatMap((issue) => problemsOf(issue, document));
  const more = problems.length - MOST_PROBLEMS + Math.max(0, issues.length - 2 * MOST_PROBLEMS);
  return more <= 0 ? problems : [...problems.slice(0, MOST_PROBLEMS), { kind: 'moreWrong', more }];
}
