/** The outcome of saving a backup or table, of reading a backup, or of erasing: data from which a language makes a sentence. */

import type { JournalProblem } from '../../journal/document/problem.ts';
import type { Entry } from '../../journal/entry.ts';

export type JournalOutcome =
  | {
      readonly kind: 'saved';
      readonly file: string;
      readonly entries: number;
      /** Number of rows that the file lacks because this page cannot read them. They stay on the device. */
      readonly leftOut: number;
    }
  | {
      readonly kind: 'imported';
      /** By kind, the number of things that are new on this device. */
      readonly restored: Readonly<Record<'entries' | 'plans' | 'programs' | 'settings', number>>;
      /** Number of entries that were on this device already. */
      readonly known: number;
      /** Number of plans that were not restored, because their people have other plans on this device. */
      readonly otherPlans: number;
    }
  | { readonly kind: 'refused'; readonly file: string; readonly problems: readonly JournalProblem[] }
  | { readonly kind: 'tooLarge'; readonly file: string }
  | { readonly kind: 'notImported'; readonly why: 'storageFull' | 'noStorage' | 'unreadable' }
  | { readonly kind: 'erasedAll' }
  | { readonly kind: 'notErased' }
  | { readonly kind: 'erased'; readonly entry: Entry };
