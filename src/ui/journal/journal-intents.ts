/** The intents about the journal, the screening and the questions after a session: what the user can ask of the app there. */

import type { Entry, EntryContent, EntryId, PersonId } from '../../journal/entry.ts';
import type { Sign } from '../../plan/change/locks.ts';
import type { Moment } from '../../plan/time/wall-clock.ts';
import type { AnswerAfter, AnswersOfScreening } from './after-view.ts';

export interface JournalIntents {
  answerScreening: [answers: AnswersOfScreening];
  /** Asks the person who uses the device now to answer the health questions (the screening) again. */
  requestScreening: [];
  answerAfter: [answer: AnswerAfter];
  /**
   * For tingling: reports that it has gone; the lock on sessions then ends at a set time. For another sign: reports that a clinician has ruled the
   * sign out, which lifts the lock.
   */
  clearLock: [sign: Sign];
  withdrawSign: [sign: Sign];
  /** Says who uses the device now. The page then checks whether that person may use real boots, and new entries are theirs. */
  choosePerson: [person: PersonId];
  addPerson: [name: string];
  renamePerson: [person: PersonId, name: string];
  /** @param at when it happened; null = now */
  noteEntry: [content: EntryContent, at: Moment | null];
  eraseEntry: [entry: EntryId];
  restoreEntry: [entry: Entry];
  saveFile: [as: 'backup' | 'table'];
  /** Adds what a backup has and this device lacks. Reads only the first file. */
  restoreBackup: [files: readonly File[]];
  /** Gives up a restoration while its file is being read. Once the page stores what it read, this does nothing. */
  cancelRestore: [];
  /** Erases what this device stores about its users. This cannot be undone. */
  eraseEverything: [];
  /** Asks the browser for persistent storage, which the browser does not clear when space runs out. */
  persistStorage: [];
  dismissJournalOutcome: [];
}
