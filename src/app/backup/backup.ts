/**
 * A backup: what the people who use this device have made or set on it. Begin here: gather-backup.ts collects one from the device,
 * backup-text.ts and read-backup.ts write and read its file, restore-backup.ts puts its content back on a device.
 */

import type { JournalFile } from '../../journal/document.ts';
import type { PersonId } from '../../journal/entry.ts';

export const FORMAT = 'heartward-backup';
/** Version of the file's outer structure. The journal and each row in it have versions of their own. */
export const VERSION = 1;

/** A row as the store keeps it (store/stored-row.ts), without the time at which it was kept. */
export interface BackupRow {
  readonly key: string;
  readonly version: number;
  readonly row: unknown;
}

/** The lists of rows besides the journal: one plan per person, programs with the oldest first, the settings of backup-settings.ts. */
export const rowListNames = ['plans', 'programs', 'settings'] as const;
export type RowListName = (typeof rowListNames)[number];

export interface Backup extends Readonly<Record<RowListName, readonly BackupRow[]>> {
  /** People, entries and traces. The entries include the screening answers and signs that lock the boots. */
  readonly journal: JournalFile;
  /** Who used the device when the backup was made; null = not known. */
  readonly whose: PersonId | null;
  /** The texts in localStorage under the keys of backup-settings.ts. */
  readonly local: Readonly<Record<string, string>>;
}

/** Makes a backup of a journal file: earlier versions of the app saved the journal alone. */
export const journalAlone = (journal: JournalFile): Backup => ({
  journal,
  whose: null,
  plans: [],
  programs: [],
  settings: [],
  local: {},
});
