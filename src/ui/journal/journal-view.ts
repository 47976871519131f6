/** What the place of the journal shows, ready to draw. The app makes it (app/journal/journal-place.ts). */

import type { Entry, EntryId, Person, PersonId } from '../../journal/entry.ts';
import type { ClockDoubt } from '../../journal/journal.ts';
import type { Trace } from '../../journal/trace/trace.ts';
import type { Moment, Zone } from '../../plan/time/wall-clock.ts';
import type { JournalOutcome } from '../../words/journal/journal-outcome.ts';

/** What an import does now, and how much of that is done, 0 to 1. */
export interface ImportProgress {
  readonly stage: 'reading' | 'keeping';
  readonly share: number;
}

export type TraceShown = Trace | 'loading' | 'none';

export interface JournalView {
  /** Of the person who uses the device now, in order. */
  readonly entries: readonly Entry[];
  /** Of everybody. */
  readonly total: number;
  readonly people: readonly Person[];
  readonly person: PersonId;
  readonly zone: Zone;
  readonly now: Moment;
  readonly doubts: ReadonlyMap<EntryId, ClockDoubt>;
  /** Rows that this version cannot read. */
  readonly unreadable: number;
  readonly fleeting: false | 'noStorage' | 'storageFull';
  /** Whether the browser may clear what is kept when space runs out. */
  readonly persisted: 'yes' | 'no' | 'refused' | 'unknown';
  readonly outcome: JournalOutcome | null;
  /** A file is being read or written. */
  readonly isBusy: boolean;
  /** How far the import of a backup is; null = none is going on. */
  readonly importing: ImportProgress | null;
  /** Boots are in use. */
  readonly isSession: boolean;
  readonly trace: (session: EntryId) => TraceShown;
}
