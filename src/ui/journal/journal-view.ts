/** What the journal shows. */

import type { Entry, EntryId, Person, PersonId } from '../../journal/entry.ts';
import type { ClockDoubt } from '../../journal/journal.ts';
import type { Trace } from '../../journal/trace/trace.ts';
import type { Moment, TimeZone } from '../../plan/time/wall-clock.ts';
import type { JournalOutcome } from '../../words/journal/journal-outcome.ts';

/** Progress of writing or restoring a backup. `share`: how much of the stage is done, 0 to 1. */
export interface FileProgress {
  readonly stage: 'writing' | 'reading' | 'keeping';
  readonly share: number;
}

export type TraceShown = Trace | 'loading' | 'none';

export interface JournalView {
  /** Entries of the person who uses the device now, earliest first. */
  readonly entries: readonly Entry[];
  /** Number of everybody's entries. */
  readonly total: number;
  readonly people: readonly Person[];
  readonly person: PersonId;
  readonly zone: TimeZone;
  readonly now: Moment;
  readonly doubts: ReadonlyMap<EntryId, ClockDoubt>;
  /** Stored rows that this version of the page cannot read. */
  readonly unreadable: number;
  readonly memoryOnly: false | 'noStorage' | 'storageFull';
  /**
   * Whether the browser keeps the storage when space runs out. `refused`: it does not, although the user asked for that. `unknown`: the browser has
   * not said.
   */
  readonly persisted: 'yes' | 'no' | 'refused' | 'unknown';
  readonly outcome: JournalOutcome | null;
  /** Whether a task such as a backup or Erase everything is under way. */
  readonly isBusy: boolean;
  /** Null = no backup is being written or restored. */
  readonly progress: FileProgress | null;
  readonly isSession: boolean;
  readonly trace: (session: EntryId) => TraceShown;
}
