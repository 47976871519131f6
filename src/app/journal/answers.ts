/** The answers to the questions after the last session. */

import type { Entry, SessionEntry } from '../../journal/entry.ts';

export interface Answers {
  readonly session: SessionEntry | null;
  readonly feel: number | null;
  readonly numb: boolean | null;
  /** Entries made from the answers; another answer replaces them. */
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
