/** The answers to the questions that the page asks after a session. */

import type { Entry, EntryId, SessionEntry } from '../../../journal/entry.ts';
import type { Moment } from '../../../plan/time/wall-clock.ts';

export interface Answers {
  /** When the session began, by the device's clock. */
  readonly began: Moment;
  /** Null until the session's entry is in the journal. */
  readonly session: SessionEntry | null;
  readonly feel: number | null;
  readonly numb: boolean | null;
  /** Whether the session left marks, or hurt. */
  readonly marks: boolean | null;
  /** The entries made from `feel`, `numb` and `marks`; null = none. If the user changes an answer, a new entry replaces the old one. */
  readonly feelEntry: Entry | null;
  readonly numbEntry: Entry | null;
  readonly marksEntry: Entry | null;
  readonly signEntries: readonly Entry[];
  /** Entries that the user has erased and can bring back. */
  readonly erased: readonly EntryId[];
}

export const unanswered = (began: Moment): Answers => ({
  began,
  session: null,
  feel: null,
  numb: null,
  marks: null,
  feelEntry: null,
  numbEntry: null,
  marksEntry: null,
  signEntries: [],
  erased: [],
});

export function answersTo(session: SessionEntry, answers: Answers): Answers {
  const attached = <E extends Entry | null>(entry: E): E =>
    entry !== null && 'of' in entry && entry.of === null ? { ...entry, of: session.id } : entry;
  return {
    ...answers,
    session,
    feelEntry: attached(answers.feelEntry),
    numbEntry: attached(answers.numbEntry),
    marksEntry: attached(answers.marksEntry),
    signEntries: answers.signEntries.map(attached),
  };
}

export const entriesOf = ({ feelEntry, numbEntry, marksEntry, signEntries }: Answers): readonly Entry[] =>
  [feelEntry, numbEntry, marksEntry, ...signEntries].filter((entry) => entry !== null);

export const withoutEntry = (answers: Answers, erased: EntryId): Answers => ({
  ...answers,
  ...(entriesOf(answers).some(({ id }) => id === erased) && { erased: [...answers.erased, erased] }),
  ...(answers.feelEntry?.id === erased && { feel: null, feelEntry: null }),
  ...(answers.numbEntry?.id === erased && { numb: null, numbEntry: null }),
  ...(answers.marksEntry?.id === erased && { marks: null, marksEntry: null }),
  signEntries: answers.signEntries.filter(({ id }) => id !== erased),
});

/**
 * Call when the user brings back an erased entry. Returns it with the session's id, if that is known, and the answers as before it was
 * erased, unless the user has answered that question again; null if the entry was no answer to these questions.
 */
export function restored(
  answers: Answers,
  entry: Entry,
): { readonly answers: Answers; readonly entry: Entry } | null {
  if (!answers.erased.includes(entry.id)) return null;
  const back: Entry =
    entry.kind === 'soreness' || entry.kind === 'sign'
      ? { ...entry, of: answers.session?.id ?? entry.of }
      : entry;
  const rest = { ...answers, erased: answers.erased.filter((id) => id !== entry.id) };
  const { feel, numb, marks, signEntries } = rest;
  if (back.kind === 'soreness')
    return {
      answers: feel === null ? { ...rest, feel: back.scores.legs ?? null, feelEntry: back } : rest,
      entry: back,
    };
  if (back.kind === 'sign' && back.sign === 'tingling')
    return { answers: numb === null ? { ...rest, numb: true, numbEntry: back } : rest, entry: back };
  if (back.kind === 'sign' && back.sign === 'marks')
    return { answers: marks === null ? { ...rest, marks: true, marksEntry: back } : rest, entry: back };
  return { answers: { ...rest, signEntries: [...signEntries, back] }, entry: back };
}
