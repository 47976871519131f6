/** Downloads backups and the journal's table (CSV), and restores backups. */

import { journalCsv } from '../../journal/csv.ts';
import { MOST_CHARACTERS } from '../../journal/document/format.ts';
import type { CalendarDay } from '../../plan/time/wall-clock.ts';
import type { FileProgress } from '../../ui/journal/journal-view.ts';
import type { JournalOutcome } from '../../words/journal/journal-outcome.ts';
import { backupText } from '../backup/backup-text.ts';
import { type BackupSources, gatherBackup } from '../backup/gather-backup.ts';
import { isTrace } from '../backup/is-trace.ts';
import { type BackupRead, readBackup } from '../backup/read-backup.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import type { JournalKeeper } from './journal-keeper.ts';

export type Download = (file: string, parts: readonly string[], type: string) => void;

export interface Working {
  readonly progress: (now: FileProgress) => void;
  /** The work continues once this resolves, so that the page can draw and answer presses. */
  readonly yieldToPage: () => Promise<void>;
}

export async function saveBackup(
  of: BackupSources,
  today: CalendarDay,
  download: Download,
  { progress, yieldToPage }: Working,
): Promise<JournalOutcome> {
  const file = `heartward-backup-${today}.json`;
  const { backup, leftOut } = await gatherBackup(of);
  const text = await backupText(backup, (share) => {
    progress({ stage: 'writing', share });
    return yieldToPage();
  });
  download(file, text, 'application/json');
  return { kind: 'saved', file, entries: backup.journal.entries.length, leftOut };
}

export async function saveTable(
  keeper: Pick<JournalKeeper, 'state'>,
  today: CalendarDay,
  download: Download,
  { progress, yieldToPage }: Working,
): Promise<JournalOutcome> {
  const file = `heartward-journal-${today}.csv`;
  const { journal, people, unreadable } = keeper.state.value;
  const pieces = await journalCsv(journal.entries, people, (share) => {
    progress({ stage: 'writing', share });
    return yieldToPage();
  });
  download(file, pieces, 'text/csv');
  return { kind: 'saved', file, entries: journal.entries.length, leftOut: unreadable };
}

/**
 * Reads a backup in a worker. If this rejects, the page reads the file itself, with pauses, unless the user has cancelled. @param progress
 * called with the share read, 0 to 1
 */
export type ReadInWorker = (
  file: File,
  progress: (share: number) => void,
  cancelled: AbortSignal,
) => Promise<BackupRead>;

/** @returns null if the user cancelled while the file was being read; then nothing has changed */
export async function restoreFrom(
  of: BackupSources,
  given: File,
  readInWorker: ReadInWorker,
  { progress, yieldToPage }: Working,
  cancelled: AbortSignal,
): Promise<JournalOutcome | null> {
  if (given.size > MOST_CHARACTERS) return { kind: 'tooLarge', file: given.name };
  const reading = (share: number): void => progress({ stage: 'reading', share });
  reading(0);
  const readHere = async (): Promise<BackupRead> => {
    const text = await given.text().catch(() => '');
    return readBackup(text, isTrace, async (share) => {
      reading(share);
      await yieldToPage();
      cancelled.throwIfAborted();
    });
  };
  const read = await readInWorker(given, reading, cancelled)
    .catch(() => (cancelled.aborted ? null : readHere()))
    .catch((error: unknown) => {
      if (cancelled.aborted) return null;
      throw error;
    });
  if (read === null || cancelled.aborted) return null;
  if (!read.ok) return { kind: 'refused', file: given.name, problems: read.problems };
  const result = await restoreBackup(of, read.backup, (share) => progress({ stage: 'keeping', share }));
  if (result.kind !== 'restored') return { kind: 'notImported', why: result.kind };
  const { restored, known, otherPlans } = result;
  return { kind: 'imported', restored, known, otherPlans };
}
