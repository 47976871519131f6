/** What the end screen shows of the questions after a session, and what a person answers. */

import type { SignAfter } from '../../journal/after-session.ts';
import type { EntryId } from '../../journal/entry.ts';
import type { Lock } from '../../plan/change/locks.ts';

export interface AfterView {
  /** The session in the journal; null until it is there. */
  readonly session: EntryId | null;
  /** Null = not answered. */
  readonly feel: number | null;
  readonly numb: boolean | null;
  /** What is closed now, the gravest first. */
  readonly locks: readonly Lock[];
  /** Nothing is kept beyond this page. */
  readonly isFleeting: boolean;
}

/** One answer at a time. */
export type AnswerAfter =
  | { readonly feel: number }
  | { readonly numb: boolean }
  | { readonly sign: SignAfter };

/** What the screening's form sends. */
export interface AnswersOfScreening {
  readonly yes: readonly string[];
  readonly signs: readonly SignAfter[];
  readonly clinician: boolean;
}
