/** What is wrong with a text that should be a program. */

import type { DocumentProblem, Expected, Form, Found } from '../../../program/document/problem.ts';
import type { ProblemWords, WordsFor } from '../../notices/problem-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { rangeWords } from './figures.ts';
import { inDocuments, json, meant, quoted, saved } from './json.ts';
import { pathName } from './places.ts';

const forms: Readonly<Record<Form, string>> = {
  program: 'Write a program in { }.',
  schemaKey: 'Leave it out.',
  shape: 'Write what each part of the leg gets in { }.',
  part: 'Write { "fraction": 1, "holdFraction": 1 }.',
  pattern: 'Write the figures of the pattern in { }.',
  patternId: 'Use lower-case letters, digits and hyphens: "slow-wave".',
  patternIdLength: 'Use at most 40 characters.',
  pulse: 'Write { "onSeconds": 1.5, "offSeconds": 1, "count": 2, "floor": 0.75 }.',
  list: 'Write a list in [ ].',
  section: 'Write { "parts": ["foot", "ankle", "calf"], "sweeps": 10 }.',
  sectionParts: 'Write a list of parts of the leg in [ ].',
  sectionPart: 'Name a part of the leg.',
  sectionPartOnce: 'Name each part once.',
  set: 'Write { "intensityMmhg": 50, "minutes": 20 }.',
  setZones: 'Write { "of": ["foot", "calf", "thigh"], "left": [{ "on": false }] }.',
  setLayout: 'Write the zones of a leg in [ ], the foot first.',
  zone: 'Write { } for a zone as the program has it, or { "on": false }.',
  zones: 'Write a list of zones in [ ], the foot first.',
  quotes: 'Write it in quotes.',
  yesOrNo: 'Write true or false, without quotes.',
};

function expectedWords(n: Numbers, expected: Expected | null): string {
  switch (expected?.is) {
    case undefined:
      return '';
    case 'figure':
      return `Write ${rangeWords(inDocuments, expected.range)}.`;
    case 'line':
      return `Write it in quotes, in one line of at most ${n.count(expected.most)} characters.`;
    case 'oneOf':
      return `Write ${inDocuments.choice(expected.words.map(quoted))}.`;
    case 'exactly':
      return `Write ${typeof expected.value === 'string' ? quoted(expected.value) : expected.value}.`;
    case 'atMost':
      return expected.of === 'sections'
        ? `Use at most ${n.count(expected.most)} sections.`
        : `A leg has at most ${n.count(expected.most)} zones.`;
    case 'atLeast':
      return `A leg has at least ${n.count(expected.least)} zones.`;
    case 'form':
      return forms[expected.form];
  }
}

function foundWords(found: Found): string {
  switch (found.is) {
    case 'text':
      return `text, ${quoted(found.text)}`;
    case 'number':
      return `the number ${found.value}`.replace('-', '−');
    case 'null':
      return 'null';
    case 'list':
      return 'a list';
    case 'group':
      return 'a group in { }';
    case 'other':
      return found.text;
  }
}

const both = (...sentences: readonly string[]): string => sentences.filter((each) => each !== '').join(' ');
export const document = (n: Numbers): WordsFor<DocumentProblem, ProblemWords> => ({
  linkTooLong: () => ({
    place: 'link',
    reason: 'It is far too long for a program.',
    suggestion: 'Ask for it again, or for a file.',
  }),
  linkDamaged: () => ({
    place: 'link',
    reason: 'It was cut off or changed on the way.',
    suggestion: 'Copy the whole link, or ask for it again.',
  }),
  ...json(n, 'program'),
  notAProgram: () => ({
    place: 'program',
    reason: 'It is JSON, but not a program: those are written in { }.',
    suggestion: saved('program'),
  }),
  formatMissing: ({ format }) => ({
    place: 'format',
    reason: 'It does not say that it is a program for Heartward.',
    suggestion: `Programs begin with "format": "${format}".`,
  }),
  formatOther: ({ format, found }) => ({
    place: 'format',
    reason: `It says that it is ${found === null ? 'something else' : quoted(found)}.`,
    suggestion: `Programs begin with "format": "${format}".`,
  }),
  versionNewer: ({ version, found }) => ({
    place: 'version',
    reason: `It is version ${found}, newer than this page knows.`,
    suggestion: `Reload the page to get its newest version, or ask for the program in version ${version}.`,
  }),
  missing: ({ path, expected }) => ({
    place: pathName(path),
    reason: 'It is missing.',
    suggestion: expectedWords(n, expected) || 'Add it.',
  }),
  keyUnknown: ({ path, near }) => {
    const inside = path.slice(0, -1);
    return {
      place: pathName(path),
      reason: `There is no such key${inside.length > 0 ? ` in ${pathName(inside)}` : ''}.`,
      suggestion: meant(near) || 'Leave it out.',
    };
  },
  keysUnknown: ({ path, more }) => ({
    place: pathName(path),
    reason: `${n.count(more)} more ${n.plural(more, { one: 'key does', other: 'keys do' })} not belong there.`,
    suggestion: 'Leave them out.',
  }),
  wordUnknown: ({ path, word, near, expected }) => ({
    place: pathName(path),
    reason: `There is no ${quoted(word)}.`,
    suggestion: both(meant(near), expectedWords(n, expected)),
  }),
  textWrong: ({ path, text, expected }) => ({
    place: pathName(path),
    reason: `${quoted(text)} cannot be used there.`,
    suggestion: expectedWords(n, expected),
  }),
  valueWrong: ({ path, found, expected }) => ({
    place: pathName(path),
    reason: `It is ${foundWords(found)}.`,
    suggestion: expectedWords(n, expected),
  }),
});
