/** The result of an action on the journal's data, such as saving a backup or erasing an entry. */

import type { JournalProblem } from '../../journal/document/problem.ts';
import type { Entry } from '../../journal/entry.ts';

export type JournalOutcome =
  | {
      readonly kind: 'saved';
      readonly file: string;
      readonly entries: number;
      /** Rows that are missing in the file, because this page cannot read them. They stay on the device. */
      readonly leftOut: number;
    }
  | {
      readonly kind: 'imported';
      /** How many of each are new on this device. */
      readonly restored: Readonly<Record<'entries' | 'plans' | 'programs' | 'settings', number>>;
      /** How many entries were on this device already. */
      readonly known: number;
      /** How many plans were left out, because this device has another plan of the same person. */
      readonly otherPlans: number;
    }
  | { readonly kind: 'refused'; readonly file: string; readonly problems: readonly JournalProblem[] }
  | { readonly kind: 'tooLarge'; readonly file: string }
  | { readonly kind: 'notImported'; readonly why: 'storageFull' | 'noStorage' | 'unreadable' }
  | { readonly kind: 'erasedAll' }
  | { readonly kind: 'notErased' }
  | { readonly kind: 'erased'; readonly entry: Entry };
