/** The intents of the journal, the screening, and the questions after a session. */

import type { Entry, EntryContent, EntryId, PersonId } from '../../journal/entry.ts';
import type { Sign } from '../../plan/change/locks.ts';
import type { Moment } from '../../plan/time/wall-clock.ts';
import type { AnswerAfter, AnswersOfScreening } from './after-view.ts';

export interface JournalIntents {
  answerScreening: [answers: AnswersOfScreening];
  /** Shows the screening again, to the person who uses the device now. */
  requestScreening: [];
  answerAfter: [answer: AnswerAfter];
  /** Lifts a lock: a clinician has ruled the sign out, or the tingling has gone. */
  clearLock: [sign: Sign];
  /** Withdraws a sign that was reported by mistake. */
  withdrawSign: [sign: Sign];
  /** Says which person uses the device now: the gate checks that person, and new entries belong to them. */
  choosePerson: [person: PersonId];
  /** Adds a person who uses this device too. */
  addPerson: [name: string];
  renamePerson: [person: PersonId, name: string];
  /** @param at when it happened; null = now */
  noteEntry: [content: EntryContent, at: Moment | null];
  eraseEntry: [entry: EntryId];
  /** Puts back the entry that was erased last. */
  restoreEntry: [entry: Entry];
  /** Downloads a backup of everything on this device, or the journal as CSV. */
  saveFile: [as: 'backup' | 'table'];
  /** Adds everything in a backup that this device does not have yet. */
  restoreBackup: [files: readonly File[]];
  /** Erases everything that this device stores about its users, without Undo. */
  eraseEverything: [];
  /** Asks the browser for persistent storage, which it does not clear when space runs out. */
  persistStorage: [];
  dismissJournalOutcome: [];
}
