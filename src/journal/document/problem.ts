/** Problems of a journal file, as values. src/words turns them into sentences. */

import type { DocumentProblem, Found, JsonProblem, Path } from '../../program/document/problem.ts';
import type { Range } from '../../program/ranges.ts';

/** Parts of the format that need a sentence of their own, because no range or list of words says what belongs there. */
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

export type Expected =
  /** A number within a range, in the unit that the key names. */
  | { readonly is: 'figure'; readonly range: Range }
  | { readonly is: 'oneOf'; readonly words: readonly string[] }
  | { readonly is: 'exactly'; readonly value: string | number }
  | { readonly is: 'form'; readonly form: Form };

export type JournalProblem =
  | JsonProblem
  /** `found`: the format that the file names; null if that is not a string. */
  | { readonly kind: 'notAJournal'; readonly found: string | null }
  | { readonly kind: 'missing'; readonly path: Path; readonly expected: Expected | null }
  | {
      readonly kind: 'valueWrong';
      readonly path: Path;
      readonly found: Found;
      readonly expected: Expected | null;
    }
  | { readonly kind: 'idTwice'; readonly path: Path }
  | { readonly kind: 'personUnknown'; readonly path: Path }
  /** A row of a backup that this page cannot read. `newer`: a newer version of the page wrote it. */
  | { readonly kind: 'rowUnreadable'; readonly path: Path; readonly why: 'damaged' | 'newer' }
  /** `traceDamaged`: bytes that are not a trace. `traceOfNothing`: a trace whose session is not in the file. */
  | { readonly kind: 'traceDamaged' | 'traceOfNothing'; readonly path: Path }
  | Extract<
      DocumentProblem,
      { readonly kind: 'versionMissing' | 'versionNewer' | 'keyUnknown' | 'moreWrong' }
    >;
