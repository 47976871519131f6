/** The answers to the questions that the page asks after a session. */

import type { Entry, EntryId, SessionEntry } from '../../../journal/entry.ts';

export interface Answers {
  /** Null until the session's entry is in the journal. */
  readonly session: SessionEntry | null;
  readonly feel: number | null;
  readonly numb: boolean | null;
  /** The entries made from `feel` and `numb`; null = none. If the user changes an answer, a new entry replaces the old one. */
  readonly feelEntry: Entry | null;
  readonly numbEntry: Entry | null;
  readonly signEntries: readonly Entry[];
}

export const unanswered: Answers = {
  session: null,
  feel: null,
  numb: null,
  feelEntry: null,
  numbEntry: null,
  signEntries: [],
};

export function answersTo(session: SessionEntry, answers: Answers): Answers {
  const attached = <E extends Entry | null>(entry: E): E =>
    entry !== null && 'of' in entry && entry.of === null ? { ...entry, of: session.id } : entry;
  return {
    ...answers,
    session,
    feelEntry: attached(answers.feelEntry),
    numbEntry: attached(answers.numbEntry),
    signEntries: answers.signEntries.map(attached),
  };
}

export const entriesOf = ({ feelEntry, numbEntry, signEntries }: Answers): readonly Entry[] =>
  [feelEntry, numbEntry, ...signEntries].filter((entry) => entry !== null);

export const withoutEntry = (answers: Answers, erased: EntryId): Answers => ({
  ...answers,
  ...(answers.feelEntry?.id === erased && { feel: null, feelEntry: null }),
  ...(answers.numbEntry?.id === erased && { numb: null, numbEntry: null }),
  signEntries: answers.signEntries.filter(({ id }) => id !== erased),
});
