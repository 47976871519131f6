/** What is wrong with a text that should be a document of any kind: a program, a plan or a backup. */

import type { DocumentProblem, JsonProblem } from '../../../program/document/problem.ts';
import type { ProblemWords, WordsFor } from '../../notices/problem-words.ts';
import { type Numbers, numbersIn } from '../../numbers-and-units.ts';

/** Writes numbers as JSON documents have them: pressures in mmHg, and a point before decimals. */
export const inDocuments = numbersIn({ pressureUnit: 'mmHg', language: 'en', locale: 'en' });

export const quoted = (text: string): string => `"${text}"`;
export const meant = (near: string | null): string => (near === null ? '' : `Did you mean "${near}"?`);

type Kind = 'program' | 'plan' | 'backup';

export const saved = (kind: Kind): string => `Choose a file that was saved as a ${kind}.`;

type AnyDocument = JsonProblem | Extract<DocumentProblem, { readonly kind: 'versionMissing' | 'moreWrong' }>;

export function json(n: Numbers, kind: Kind): WordsFor<AnyDocument, ProblemWords> {
  const whole = (reason: string, suggestion: string): ProblemWords => ({ place: kind, reason, suggestion });
  return {
    documentEmpty: () => whole('It is empty.', saved(kind)),
    documentTooLong: ({ length, most }) =>
      whole(
        `It has ${n.count(length)} characters; a ${kind} has no more than ${n.count(most)}.`,
        saved(kind),
      ),
    webPage: () =>
      whole(`It is a web page, not a ${kind}.`, `Save the ${kind} itself, not the page that shows it.`),
    noBrace: () => whole(`It does not start with {, as a ${kind} does.`, saved(kind)),
    tooDeep: ({ most }) =>
      whole(
        `It has brackets in brackets, more than ${n.count(most)} deep; no ${kind} is so deep.`,
        saved(kind),
      ),
    jsonCutOff: () => whole('It breaks off before its end.', 'Download or copy all of it again.'),
    jsonWrong: ({ line, column, near }) => ({
      place: `line ${line}, column ${column}`,
      reason: near === null ? 'There is a JSON error here.' : `There is a JSON error at ${quoted(near)}.`,
      suggestion: 'Look there for an extra or missing comma or quotation mark.',
    }),
    notJson: () =>
      whole(
        'It is not JSON, or a part of it is missing.',
        `Compare it with a ${kind} that was saved from here.`,
      ),
    keyTwice: ({ key }) => ({
      place: quoted(key),
      reason: 'This key appears more than once in the same object.',
      suggestion: 'Keep one of them.',
    }),
    crowded: ({ entries, most }) =>
      whole(
        `A list or a group in it has ${n.count(entries)} entries; none in a ${kind} has more than ${n.count(most)}.`,
        saved(kind),
      ),
    versionMissing: ({ version }) => ({
      place: 'version',
      reason: 'It does not say which version of the format it is.',
      suggestion: `Write "version": ${version}.`,
    }),
    moreWrong: ({ more }) =>
      whole(
        `${n.count(more)} more ${n.plural(more, { one: 'thing is', other: 'things are' })} wrong.`,
        'Fix these first.',
      ),
  };
}
