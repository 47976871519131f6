/**
 * What the end screen shows of the questions after a session, and the answers to those questions and to the screening (the health questions
 * before real boots may be used).
 */

import type { SignAfter } from '../../journal/after-session.ts';
import type { EntryId } from '../../journal/entry.ts';
import type { LastTime } from '../../journal/views/last-time.ts';
import type { Lock } from '../../plan/change/locks.ts';

export interface AfterView {
  /** Id of the session's journal entry; null until the entry has been written. */
  readonly session: EntryId | null;
  /** How the legs feel, from 0 (fresh) to 10 (as sore as can be); null = not answered. */
  readonly feel: number | null;
  /** Whether the user reports numbness or tingling; null = not answered. */
  readonly numb: boolean | null;
  /** Whether the user reports marks on the skin, or pain during the session; null = not answered. */
  readonly marks: boolean | null;
  /** Whether the page asks about marks in a question of its own, because the session before left some. */
  readonly asksMarks: boolean;
  /** The last session of the same program; null if there is none, or while this session's entry has not been written. */
  readonly lastTime: LastTime | null;
  /** What reported warning signs forbid, gravest sign first. */
  readonly locks: readonly Lock[];
  /** Whether the journal's entries are lost when the page closes. */
  readonly isMemoryOnly: boolean;
}

export type AnswerAfter =
  | { readonly feel: number }
  | { readonly numb: boolean }
  | { readonly marks: boolean }
  | { readonly sign: SignAfter };

export interface AnswersOfScreening {
  /** The screening questions that the user answered with yes. */
  readonly yes: readonly string[];
  readonly signs: readonly SignAfter[];
  readonly clinician: boolean;
}
