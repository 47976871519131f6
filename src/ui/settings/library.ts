/** The user's own programs, and the outcome of the last import, save or share. */

import type { Program } from '../../program/program.ts';
import type { LibraryOutcome } from '../../words/library-outcome.ts';

export interface Library {
  /** Newest first. */
  readonly own: readonly Program[];
  readonly said: LibraryOutcome | null;
}

export const emptyLibrary: Library = { own: [], said: null };
