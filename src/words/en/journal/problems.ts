/** What is wrong with a text that should be a backup: where, why, and what would be right. */

import type { Expected, Form, JournalProblem } from '../../../journal/document/problem.ts';
import type { Found, Path } from '../../../program/document/problem.ts';
import type { JournalProblemSentences, JournalWords } from '../../journal/journal-words.ts';
import type { ProblemWords } from '../../notices/problem-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { rangeWords } from '../problems/figures.ts';
import { inDocuments, json, meant, quoted, saved } from '../problems/json.ts';

const forms: Readonly<Record<Form, string>> = {
  journal: 'Write a journal in { }.',
  people: 'Write a list of people in [ ].',
  person: 'Write { "id": "k3v9…", "name": "Anna" }.',
  entries: 'Write a list of entries in [ ].',
  entry: 'Write an entry in { }, with its "kind", "id", "person", "device", "order", "at" and "zone".',
  id: 'Write 8 to 40 lower-case letters and digits.',
  moment: 'Write a date and time in UTC that exist, from 2000 to 2099, like "2026-11-29T12:10:00.000Z".',
  zone: 'Write a time zone that this device knows, like "Europe/Berlin".',
  name: 'Write one line of at most 40 visible characters.',
  note: 'Write at most 2000 visible characters.',
  list: 'Write a list in [ ] that is no longer than the journal writes it.',
  group: 'Write it in { }, as the journal writes it.',
  yesOrNo: 'Write true or false, without quotation marks.',
  traces: 'Write the traces in { }, each under the id of its session.',
  trace: 'Leave the trace out.',
  step: 'Write the name of a step of a plan, like "day1-boots", or null.',
  word: 'Write lower-case letters, digits and hyphens.',
};

function expectedWords(expected: Expected | null): string {
  if (expected === null) return 'Write it as the journal writes it, or leave the entry out.';
  switch (expected.is) {
    case 'figure':
      return `Write ${expected.range.whole ? '' : 'a number from '}${rangeWords(inDocuments, expected.range)}.`;
    case 'oneOf':
      return `Write one of ${inDocuments.choice(expected.words.map(quoted))}.`;
    case 'exactly':
      return `Write ${typeof expected.value === 'string' ? quoted(expected.value) : expected.value}.`;
    case 'form':
      return forms[expected.form];
  }
}

function foundWords(found: Found): string {
  switch (found.is) {
    case 'text':
      return `It is ${quoted(found.text)}.`;
    case 'number':
      return `It is ${found.value}.`;
    case 'null':
      return 'It is null.';
    case 'list':
      return 'It is a list.';
    case 'group':
      return 'It is a group that does not belong there, or not in this form.';
    case 'other':
      return `It is ${found.text}.`;
  }
}

/** What an item of this list is called. An item of another list is called an entry. */
const lists: Readonly<Record<string, string>> = {
  people: 'person',
  plans: 'plan',
  programs: 'program',
  settings: 'setting',
  local: 'setting',
};

/** The cast is needed because TypeScript cannot see that a sentence and a problem are of the same kind. */
type OfAnyKind = (problem: JournalProblem) => ProblemWords;

export function problem(n: Numbers): JournalWords['problem'] {
  /** Counts from 1: "entry 3, scores, calf". */
  const pathName = (path: Path): string => {
    const [list, at, ...rest] = path;
    if (typeof at !== 'number') return path.join(', ') || 'backup';
    const one = (typeof list === 'string' && lists[list]) || 'entry';
    return [
      `${one} ${n.count(at + 1)}`,
      ...rest.map((key) => (typeof key === 'number' ? n.count(key + 1) : key)),
    ].join(', ');
  };
  const sentences: JournalProblemSentences = {
    ...json(n, 'backup'),
    notAJournal: ({ found }) => ({
      place: 'backup',
      reason:
        found === null ? 'It does not say that it is a backup.' : `It says that it is ${quoted(found)}.`,
      suggestion: saved('backup'),
    }),
    versionNewer: ({ version, found }) => ({
      place: 'version',
      reason: `It is version ${found}; this page knows versions up to ${version}.`,
      suggestion: 'Reload the page to get its newest version.',
    }),
    missing: ({ path, expected }) => ({
      place: pathName(path),
      reason: 'It is missing.',
      suggestion: expectedWords(expected),
    }),
    keyUnknown: ({ path, near }) => ({
      place: pathName(path),
      reason: 'Nothing by that name belongs there.',
      suggestion: meant(near) || 'Leave it out.',
    }),
    valueWrong: ({ path, found, expected }) => ({
      place: pathName(path),
      reason: foundWords(found),
      suggestion: expectedWords(expected),
    }),
    idTwice: ({ path }) => ({
      place: pathName(path),
      reason: 'Something earlier in the file has the same id.',
      suggestion: 'Leave out one of the two.',
    }),
    personUnknown: ({ path }) => ({
      place: pathName(path),
      reason: 'Its person is not among the people in the file.',
      suggestion: 'Add the person to "people".',
    }),
    rowUnreadable: ({ path, why }) => ({
      place: pathName(path),
      reason: why === 'newer' ? 'A newer version of this page wrote it.' : 'It is damaged.',
      suggestion:
        why === 'newer'
          ? 'Reload the page to get its newest version.'
          : 'Save the file again where it came from, or leave this out.',
    }),
    traceDamaged: ({ path }) => ({
      place: pathName(path),
      reason: 'The trace is damaged.',
      suggestion: 'Save the file again where it came from, or leave this trace out.',
    }),
    traceOfNothing: ({ path }) => ({
      place: pathName(path),
      reason: 'No session in the file has this id.',
      suggestion: 'Leave this trace out.',
    }),
  };
  return (wrong) => (sentences[wrong.kind] as OfAnyKind)(wrong);
}
