/** What the journal's place shows. app/journal/journal-place.ts makes it. */

import type { Entry, EntryId, Person, PersonId } from '../../journal/entry.ts';
import type { ClockDoubt } from '../../journal/journal.ts';
import type { Trace } from '../../journal/trace/trace.ts';
import type { Moment, TimeZone } from '../../plan/time/wall-clock.ts';
import type { JournalOutcome } from '../../words/journal/journal-outcome.ts';

/** The stage of writing or importing a backup, and the share of that stage that is done, 0 to 1. */
export interface FileProgress {
  readonly stage: 'writing' | 'reading' | 'keeping';
  readonly share: number;
}

export type TraceShown = Trace | 'loading' | 'none';

export interface JournalView {
  /** Entries of the person who uses the device now, in order. */
  readonly entries: readonly Entry[];
  /** Number of entries of everybody. */
  readonly total: number;
  readonly people: readonly Person[];
  readonly person: PersonId;
  readonly zone: TimeZone;
  readonly now: Moment;
  readonly doubts: ReadonlyMap<EntryId, ClockDoubt>;
  /** Number of rows that this version cannot read. */
  readonly unreadable: number;
  readonly memoryOnly: false | 'noStorage' | 'storageFull';
  /** Whether storage is persistent: `no` means that the browser may clear it when space runs out. */
  readonly persisted: 'yes' | 'no' | 'refused' | 'unknown';
  readonly outcome: JournalOutcome | null;
  /** Whether a file is being read or written. */
  readonly isBusy: boolean;
  /** The progress of writing or importing a backup; null if neither is under way. */
  readonly progress: FileProgress | null;
  /** Whether boots are in use. */
  readonly isSession: boolean;
  readonly trace: (session: EntryId) => TraceShown;
}
