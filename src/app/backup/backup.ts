/**
 * A backup: what the people who use this device have made or set on it. Begin here: gather-backup.ts collects one from the device,
 * backup-text.ts and read-backup.ts write and read its file, restore-backup.ts puts its content back on a device.
 */

import type { JournalFile } from '../../journal/document.ts';
import type { PersonId } from '../../journal/entry.ts';

export const FORMAT = 'heartward-backup';
/** Version of the file's outer structure. The journal and each row have versions of their own. */
export const VERSION = 1;

/** A row of the device's database (store/stored-row.ts), without the time at which it was stored. */
export interface BackupRow {
  readonly key: string;
  readonly version: number;
  readonly row: unknown;
}

/** The lists of rows that a backup holds besides the journal. `plans` has one row per person; `programs` begins with the oldest. */
export const rowListNames = ['plans', 'programs', 'settings'] as const;
export type RowListName = (typeof rowListNames)[number];

export interface Backup extends Readonly<Record<RowListName, readonly BackupRow[]>> {
  /** The entries include the screening answers and warning signs that lock the boots. */
  readonly journal: JournalFile;
  /** Who used the device when the backup was made; null = not known. */
  readonly whose: PersonId | null;
  /** Texts from localStorage by key; backup-settings.ts lists the keys. */
  readonly local: Readonly<Record<string, string>>;
}

export const journalAlone = (journal: JournalFile): Backup => ({
  journal,
  whose: null,
  plans: [],
  programs: [],
  settings: [],
  local: {},
});
