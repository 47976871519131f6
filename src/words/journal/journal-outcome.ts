/** What became of a file of the journal, or of what was kept: a value, for which a language has a sentence. */

import type { JournalProblem } from '../../journal/document/problem.ts';
import type { Entry } from '../../journal/entry.ts';

export type JournalOutcome =
  | { readonly kind: 'saved'; readonly file: string; readonly entries: number }
  | {
      readonly kind: 'imported';
      /** How much of each is new here. */
      readonly restored: Readonly<Record<'entries' | 'plans' | 'programs' | 'settings', number>>;
      /** Entries that were here already. */
      readonly known: number;
      /** Plans that were not taken, because their people have others here. */
      readonly otherPlans: number;
    }
  | { readonly kind: 'refused'; readonly file: string; readonly problems: readonly JournalProblem[] }
  | { readonly kind: 'tooLarge'; readonly file: string }
  | { readonly kind: 'notImported'; readonly why: 'storageFull' | 'noStorage' | 'unreadable' }
  | { readonly kind: 'erasedAll' }
  | { readonly kind: 'notErased' }
  | { readonly kind: 'erased'; readonly entry: Entry };
