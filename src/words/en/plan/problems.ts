/** What is wrong with a text that should be a plan: where, why, and what would be right. */

import type { Expected, Form, PlanProblem } from '../../../plan/document/problem.ts';
import type { Found, Path } from '../../../program/document/problem.ts';
import type { ProblemWords } from '../../notices/problem-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { PlanProblemSentences, PlanWords } from '../../plan/plan-words.ts';
import { rangeWords } from '../problems/figures.ts';
import { inDocuments, json, meant, quoted, saved } from '../problems/json.ts';

const forms: Readonly<Record<Form, string>> = {
  plan: 'Write a plan in { }.',
  event: 'Write { "kind": "marathon", "at": "2026-11-29T13:10", "zone": "Europe/Berlin" }.',
  person: 'Write { "owns": ["boots"] }.',
  report: 'Write a report in { }, with its "kind" and "at".',
  wallTime: 'Write a date and time that exist, from 2000 to 2099, like "2026-11-29T13:10".',
  zone: 'Write a time zone that this device knows, like "Europe/Berlin".',
  step: 'Write the name of a step, like "day1-walk".',
};

function expectedWords(n: Numbers, expected: Expected): string {
  switch (expected.is) {
    case 'figure': {
      const { range, optional } = expected;
      return `Write ${range.whole ? '' : 'a number from '}${rangeWords(inDocuments, range)}${optional ? ', or leave it out' : ''}.`;
    }
    case 'oneOf':
      return `Write ${inDocuments.choice(expected.words.map(quoted))}.`;
    case 'someOf':
      return `Write a list of ${inDocuments.list(expected.words.map(quoted))} in [ ].`;
    case 'exactly':
      return `Write ${typeof expected.value === 'string' ? quoted(expected.value) : expected.value}.`;
    case 'atMost':
      return `Write a list of ${n.count(expected.most)} reports at most in [ ].`;
    case 'form':
      return forms[expected.form];
    case 'nothing':
      return 'Leave it out.';
  }
}

function foundWords(found: Found): string {
  switch (found.is) {
    case 'text':
      return quoted(found.text);
    case 'number':
      return String(found.value);
    case 'null':
      return 'null';
    case 'list':
      return '[ ]';
    case 'group':
      return '{ }';
    case 'other':
      return found.text;
  }
}

/** The cast is needed because TypeScript cannot see that a sentence and a problem are of the same kind. */
type OfAnyKind = (problem: PlanProblem) => ProblemWords;

export function problem(n: Numbers): PlanWords['problem'] {
  const keyName = (key: string | number): string =>
    typeof key === 'number' ? `report ${n.count(key + 1)}` : key;
  /** Counts from 1: "reports, report 2, soreness". */
  const pathName = (path: Path): string => path.map(keyName).join(', ') || 'plan';
  const sentences: PlanProblemSentences = {
    ...json(n, 'plan'),
    linkTooLong: () => ({
      place: 'link',
      reason: 'It is far too long for a plan.',
      suggestion: 'Ask for it again, or for a file.',
    }),
    linkDamaged: () => ({
      place: 'link',
      reason: 'It was cut off or changed on the way.',
      suggestion: 'Copy the whole link, or ask for it again.',
    }),
    notAPlan: ({ found }) => ({
      place: 'plan',
      reason: found === null ? 'It does not say that it is a plan.' : `It says that it is ${quoted(found)}.`,
      suggestion: saved('plan'),
    }),
    versionNewer: ({ version, found }) => ({
      place: 'version',
      reason: `It is version ${found}; this page knows versions up to ${version}.`,
      suggestion: 'Reload the page to get its newest version.',
    }),
    missing: ({ path, expected }) => ({
      place: pathName(path),
      reason: 'It is missing.',
      suggestion: expectedWords(n, expected),
    }),
    keyUnknown: ({ path, near }) => ({
      place: [...path.slice(0, -1).map(keyName), ...path.slice(-1).map((key) => quoted(String(key)))].join(
        ', ',
      ),
      reason: 'Nothing by that name belongs there.',
      suggestion: meant(near) || 'Leave it out.',
    }),
    valueWrong: ({ path, found, expected }) => ({
      place: pathName(path),
      reason: `It is ${foundWords(found)}.`,
      suggestion: expectedWords(n, expected),
    }),
  };
  return (wrong) => (sentences[wrong.kind] as OfAnyKind)(wrong);
}
