/** The user's own programs, and the outcome of the last import, save or share. */

import type { Program } from '../../program/program.ts';
import type { LibraryOutcome } from '../../words/notices/library-outcome.ts';

export interface Library {
  /** Newest first. */
  readonly own: readonly Program[];
  /** Stored programs that this page cannot read. */
  readonly unreadable: number;
  readonly said: LibraryOutcome | null;
}

export const emptyLibrary: Library = { own: [], unreadable: 0, said: null };
