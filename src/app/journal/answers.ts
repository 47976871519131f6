/** The answers to the questions that the page asks after a session. */

import type { Entry, SessionEntry } from '../../journal/entry.ts';

export interface Answers {
  /** The session that the answers are about; null until its entry is in the journal. */
  readonly session: SessionEntry | null;
  readonly feel: number | null;
  readonly numb: boolean | null;
  /** The entries made from the two answers; null = none. If the user changes an answer, a new entry replaces the old one. */
  readonly feelEntry: Entry | null;
  readonly numbEntry: Entry | null;
}

export const unanswered: Answers = {
  session: null,
  feel: null,
  numb: null,
  feelEntry: null,
  numbEntry: null,
};
