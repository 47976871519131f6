/** Collects from this device what a backup holds, as far as this page can read it. */

import { personRows, traceRows } from '../../journal/stored.ts';
import { planRows } from '../../plan/stored.ts';
import type { Store } from '../../store/store.ts';
import type { RowFormat } from '../../store/table.ts';
import type { LocalStorage } from '../device-storage/local-storage.ts';
import { programRows } from '../device-storage/program-rows.ts';
import type { JournalKeeper } from '../journal/journal-keeper.ts';
import type { Backup, BackupRow } from './backup.ts';
import { backupLocalKeys, backupSettings } from './backup-settings.ts';

export interface BackupSources {
  readonly keeper: Pick<JournalKeeper, 'state' | 'file'>;
  readonly store: Store;
  readonly local: LocalStorage;
}

/** `leftOut` counts the rows that this page cannot read. The backup lacks them; they stay on the device. */
export interface Gathered {
  readonly backup: Backup;
  readonly leftOut: number;
}

/**
 * Returns the rows that this page can read, and how many it cannot. Restoring keeps their order, so the oldest come first. Without storage,
 * returns no rows.
 */
async function rowsOf<Row>(
  store: Store,
  format: RowFormat<Row>,
): Promise<{ readonly rows: readonly BackupRow[]; readonly leftOut: number }> {
  const read = await store.table(format).read();
  if (read.kind !== 'read') return { rows: [], leftOut: 0 };
  const rows = read.rows
    .toSorted((one, other) => one.keptAt - other.keptAt)
    .map(({ key, row }) => ({ key, version: format.version, row: format.stored?.(row) ?? row }));
  return { rows, leftOut: read.unreadable.length };
}

const unreadableIn = async <Row>(store: Store, format: RowFormat<Row>): Promise<number> => {
  const read = await store.table(format).read();
  return read.kind === 'read' ? read.unreadable.length : 0;
};

function localOf(local: LocalStorage): Backup['local'] {
  try {
    return Object.fromEntries(
      backupLocalKeys.flatMap((key) => {
        const text = local.getItem(key);
        return text === null ? [] : [[key, text] as const];
      }),
    );
  } catch {
    return {};
  }
}

export async function gatherBackup({ keeper, store, local }: BackupSources): Promise<Gathered> {
  const settings = await Promise.all(backupSettings.map((setting) => setting.gather(store)));
  const unreadableSettings = await Promise.all(backupSettings.map((setting) => setting.isUnreadable(store)));
  const journal = await keeper.file();
  const people = new Set<string>(journal.people.map(({ id }) => id));
  const { person } = keeper.state.value.deviceState;
  const plans = await rowsOf(store, planRows);
  const programs = await rowsOf(store, programRows);
  return {
    backup: {
      journal,
      whose: people.has(person) ? person : null,
      plans: plans.rows.filter(({ key }) => people.has(key)),
      programs: programs.rows,
      settings: settings.filter((row) => row !== null),
      local: localOf(local),
    },
    leftOut:
      keeper.state.value.unreadable +
      (await unreadableIn(store, personRows)) +
      (await unreadableIn(store, traceRows)) +
      plans.leftOut +
      programs.leftOut +
      unreadableSettings.filter(Boolean).length,
  };
}
