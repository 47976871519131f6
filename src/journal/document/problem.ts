/** What is wrong with a text that should be a journal, as values. Sentences: words/en/journal/problems.ts. */

import type { DocumentProblem, Found, JsonProblem, Path } from '../../program/document/problem.ts';
import type { Range } from '../../program/ranges.ts';

/** Places of the format that have a form of their own. */
export type Form =
  | 'journal'
  | 'people'
  | 'person'
  | 'entries'
  | 'entry'
  | 'id'
  | 'moment'
  | 'zone'
  | 'name'
  | 'note'
  | 'list'
  | 'group'
  | 'yesOrNo'
  | 'traces'
  | 'trace'
  | 'step'
  | 'word';

/** What belongs in a place. */
export type Expected =
  /** In the unit that the key names. */
  | { readonly is: 'figure'; readonly range: Range }
  | { readonly is: 'oneOf'; readonly words: readonly string[] }
  | { readonly is: 'exactly'; readonly value: string | number }
  | { readonly is: 'form'; readonly form: Form };

export type JournalProblem =
  | JsonProblem
  /** `found`: what it says that it is; null where that is no text. */
  | { readonly kind: 'notAJournal'; readonly found: string | null }
  | { readonly kind: 'missing'; readonly path: Path; readonly expected: Expected | null }
  | {
      readonly kind: 'valueWrong';
      readonly path: Path;
      readonly found: Found;
      readonly expected: Expected | null;
    }
  /** An id that another entry has. */
  | { readonly kind: 'idTwice'; readonly path: Path }
  /** An entry of somebody who is not among the people. */
  | { readonly kind: 'personUnknown'; readonly path: Path }
  /** Bytes that are no trace, or the trace of no session in the file. */
  | { readonly kind: 'traceDamaged' | 'traceOfNothing'; readonly path: Path }
  | Extract<
      DocumentProblem,
      { readonly kind: 'versionMissing' | 'versionNewer' | 'keyUnknown' | 'moreWrong' }
    >;
