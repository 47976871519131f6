/** What a person can ask of the journal, the screening, and the questions after a session. */

import type { Entry, EntryContent, EntryId, PersonId } from '../../journal/entry.ts';
import type { Sign } from '../../plan/change/locks.ts';
import type { Moment } from '../../plan/time/wall-clock.ts';
import type { AnswerAfter, AnswersOfScreening } from './after-view.ts';

export interface JournalIntents {
  answerScreening: [answers: AnswersOfScreening];
  answerAfter: [answer: AnswerAfter];
  /** What closed something is over: a clinician has looked, or the tingling is gone. */
  clearLock: [sign: Sign];
  /** It was said by mistake. */
  takeBackSign: [sign: Sign];
  /** This person is wearing the boots, and whatever is noted is theirs. */
  choosePerson: [person: PersonId];
  /** Somebody else uses this device too. */
  addPerson: [name: string];
  renamePerson: [person: PersonId, name: string];
  /** @param at when it happened; null = now */
  noteEntry: [content: EntryContent, at: Moment | null];
  eraseEntry: [entry: EntryId];
  /** Puts back what was erased last. */
  restoreEntry: [entry: Entry];
  /** Downloads everything. */
  exportJournal: [as: 'json' | 'csv'];
  /** Adds what is in a file and not in the journal. */
  importJournal: [files: readonly File[]];
  /** All that this device keeps of everybody, for good. */
  eraseEverything: [];
  /** Asks the browser never to clear what is kept. */
  persistStorage: [];
  dismissJournalSaid: [];
}
