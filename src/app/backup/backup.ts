/**
 * A backup: everything that the people who use this device have made on it. Begin here; gather-backup.ts makes one, backup-text.ts and
 * read-backup.ts write and read its file, restore-backup.ts puts it back.
 */

import type { JournalFile } from '../../journal/document.ts';
import type { PersonId } from '../../journal/entry.ts';

export const FORMAT = 'heartward-backup';
/** Version of the file around its parts. The journal and each row have versions of their own. */
export const VERSION = 1;

/** A row as the store keeps it (store/stored-row.ts), without when it was kept. */
export interface BackupRow {
  readonly key: string;
  readonly version: number;
  readonly row: unknown;
}

/** The lists of rows beside the journal: plans by person, oldest programs first, settings of backup-settings.ts. */
export const rowLists = ['plans', 'programs', 'settings'] as const;
export type RowList = (typeof rowLists)[number];

export interface Backup extends Readonly<Record<RowList, readonly BackupRow[]>> {
  /** People, entries (screening answers and signs, which lock, among them) and traces. */
  readonly journal: JournalFile;
  /** Who used the device then; null = not known. */
  readonly whose: PersonId | null;
  /** What localStorage held under the keys of backup-settings.ts. */
  readonly local: Readonly<Record<string, string>>;
}

/** A file of earlier versions held the journal alone. */
export const journalAlone = (journal: JournalFile): Backup => ({
  journal,
  whose: null,
  plans: [],
  programs: [],
  settings: [],
  local: {},
});
