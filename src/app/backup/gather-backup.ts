/** Collects from this device everything that a backup holds. */

import { planRows } from '../../plan/stored.ts';
import type { Store } from '../../store/store.ts';
import type { RowFormat } from '../../store/table.ts';
import type { LocalStorage } from '../device-storage/local-storage.ts';
import { programRows } from '../device-storage/program-rows.ts';
import type { JournalKeeper } from '../journal/journal-keeper.ts';
import type { Backup, BackupRow } from './backup.ts';
import { backupLocalKeys, backupSettings } from './backup-settings.ts';

/** The places where this device stores what a backup holds. */
export interface BackupSources {
  readonly keeper: Pick<JournalKeeper, 'state' | 'file'>;
  readonly store: Store;
  readonly local: LocalStorage;
}

/** Returns the rows that this page can read, oldest first, because they are restored in this order. A backup leaves out unreadable rows. */
async function rowsOf<Row>(store: Store, format: RowFormat<Row>): Promise<readonly BackupRow[]> {
  const read = await store.table(format).read();
  const rows = read.kind === 'read' ? read.rows : [];
  return rows
    .toSorted((one, other) => one.keptAt - other.keptAt)
    .map(({ key, row }) => ({ key, version: format.version, row: format.stored?.(row) ?? row }));
}

function localOf(local: LocalStorage): Backup['local'] {
  try {
    return Object.fromEntries(
      backupLocalKeys.flatMap((key) => {
        const text = local.getItem(key);
        return text === null ? [] : [[key, text] as const];
      }),
    );
  } catch {
    // localStorage is switched off.
    return {};
  }
}

export async function gatherBackup({ keeper, store, local }: BackupSources): Promise<Backup> {
  const settings = await Promise.all(backupSettings.map((setting) => setting.gather(store)));
  const journal = await keeper.file();
  const people = new Set<string>(journal.people.map(({ id }) => id));
  const { person } = keeper.state.value.deviceState;
  const plans = await rowsOf(store, planRows);
  return {
    journal,
    whose: people.has(person) ? person : null,
    plans: plans.filter(({ key }) => people.has(key)),
    programs: await rowsOf(store, programRows),
    settings: settings.filter((row) => row !== null),
    local: localOf(local),
  };
}
