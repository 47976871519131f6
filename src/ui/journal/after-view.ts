/** The questions after a session as the end screen shows them, and their answers. */

import type { SignAfter } from '../../journal/after-session.ts';
import type { EntryId } from '../../journal/entry.ts';
import type { Lock } from '../../plan/change/locks.ts';

export interface AfterView {
  /** Id of the session's entry in the journal; null until it has been written. */
  readonly session: EntryId | null;
  /** How the legs feel, 0 to 10; null = not answered. */
  readonly feel: number | null;
  readonly numb: boolean | null;
  /** The locks in force, gravest first. */
  readonly locks: readonly Lock[];
  /** Whether entries last only as long as the page. */
  readonly isMemoryOnly: boolean;
}

/** One answer. */
export type AnswerAfter =
  | { readonly feel: number }
  | { readonly numb: boolean }
  | { readonly sign: SignAfter };

/** The answers that the screening's form sends. */
export interface AnswersOfScreening {
  readonly yes: readonly string[];
  readonly signs: readonly SignAfter[];
  readonly clinician: boolean;
}
