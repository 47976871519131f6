/**
 * Adds to this device what a backup has and the device lacks: first to the database, in one transaction, all of it or nothing; then to
 * localStorage.
 */

import type { PersonId } from '../../journal/entry.ts';
import { newIn } from '../../journal/import.ts';
import { entryKey, entryRows, personRows, traceRows } from '../../journal/stored.ts';
import { planRows } from '../../plan/stored.ts';
import type { Put, Store } from '../../store/store.ts';
import { readRow } from '../../store/stored-row.ts';
import type { RowFormat, StoreResult } from '../../store/table.ts';
import type { LocalStorage } from '../device-storage/local-storage.ts';
import { programRows } from '../device-storage/program-rows.ts';
import { rememberHasPlan } from '../plan/has-plan.ts';
import type { Backup, BackupRow } from './backup.ts';
import { backupSettings, type LocalPersonIds } from './backup-settings.ts';
import type { BackupSources } from './gather-backup.ts';

/** How many of each were added. `settings` includes the texts in localStorage. */
export interface Restored {
  readonly entries: number;
  readonly plans: number;
  readonly programs: number;
  readonly settings: number;
}

export type Restoring =
  | {
      readonly kind: 'restored';
      readonly restored: Restored;
      readonly known: number;
      /**
       * How many of the backup's plans were not restored, because this device has another plan of the same person, or one that it cannot
       * read.
       */
      readonly otherPlans: number;
    }
  | Exclude<StoreResult, { readonly kind: 'kept' }>;

type Write = (put: Put) => Promise<void>;

function rowOf<Row>(format: RowFormat<Row>, row: BackupRow): Row {
  const read = readRow(format, row.key, { ...row, keptAt: 0 });
  if (read.kind !== 'found') throw new Error(`${row.key} cannot be read`);
  return read.row;
}

async function planWrites(store: Store, plans: Backup['plans'], people: LocalPersonIds) {
  const table = store.table(planRows);
  const writes: Write[] = [];
  const of: PersonId[] = [];
  let others = 0;
  for (const row of plans) {
    const theirs = rowOf(planRows, row);
    const person = people.get(row.key as PersonId) ?? (row.key as PersonId);
    const here = await table.get(person);
    const isFree = here.kind === 'none' || (here.kind === 'found' && here.row.request === null);
    if (!isFree || (here.kind === 'found' && theirs.request === null)) {
      const isSame =
        here.kind === 'found' && JSON.stringify(planRows.stored(here.row)) === JSON.stringify(row.row);
      others += isSame || theirs.request === null ? 0 : 1;
      continue;
    }
    writes.push((put) => put(planRows, person, theirs));
    if (theirs.request !== null) of.push(person);
  }
  return { writes, of, others };
}

async function programWrites(store: Store, programs: Backup['programs']): Promise<readonly Write[]> {
  const read = await store.table(programRows).read();
  // A program's id is computed from its content, so the same id means the same program.
  const here = new Set(read.kind === 'read' ? read.rows.map(({ row }) => row.id) : []);
  return programs
    .map((row) => rowOf(programRows, row))
    .filter(({ id }) => !here.has(id))
    .map((program) => (put) => put(programRows, program.id, program));
}

async function settingWrites(
  store: Store,
  settings: Backup['settings'],
  people: LocalPersonIds,
): Promise<readonly Write[]> {
  const writes = await Promise.all(
    settings.map((row) => backupSettings.find(({ key }) => key === row.key)?.restore(store, row, people)),
  );
  return writes.flatMap((write) => write ?? []);
}

/** Writes the texts whose keys this device lacks. @returns how many it wrote; 0 if localStorage fails */
function restoreLocal(local: LocalStorage, texts: Backup['local']): number {
  try {
    const missing = Object.entries(texts).filter(([key]) => local.getItem(key) === null);
    for (const [key, text] of missing) local.setItem(key, text);
    return missing.length;
  } catch {
    return 0;
  }
}

/** @param progress called with the share that has been written, 0 to 1 */
export async function restoreBackup(
  { keeper, store, local }: BackupSources,
  backup: Backup,
  progress: (share: number) => void = () => undefined,
): Promise<Restoring> {
  const { journal, people: here, deviceState } = keeper.state.value;
  const withPlans = new Set(backup.plans.map(({ key }) => key));
  const { people, entries, traces, known, as } = newIn(
    backup.journal,
    journal,
    here,
    backup.whose,
    withPlans,
  );
  const plans = await planWrites(store, backup.plans, as);
  const programs = await programWrites(store, backup.programs);
  const settings = await settingWrites(store, backup.settings, as);
  const writes: readonly Write[] = [
    ...people.map((person) => (put: Put) => put(personRows, person.id, person)),
    ...entries.map((entry) => (put: Put) => put(entryRows, entryKey(entry), entry)),
    ...traces.map(
      ([id, trace]) =>
        (put: Put) =>
          put(traceRows, id, trace),
    ),
    ...plans.writes,
    ...programs,
    ...settings,
  ];
  const tables = ['people', 'journal', 'traces', 'plans', 'programs', 'settings'] as const;
  const kept = await store.writeTogether(tables, async (put) => {
    for (const [at, write] of writes.entries()) {
      await write(put);
      progress((at + 1) / writes.length);
    }
  });
  if (kept.kind !== 'kept') return kept;
  const locals = restoreLocal(local, backup.local);
  if (plans.of.includes(deviceState.person)) rememberHasPlan(local, true);
  const restored = {
    entries: entries.length,
    plans: plans.of.length,
    programs: programs.length,
    settings: settings.length + locals,
  };
  return { kind: 'restored', restored, known, otherPlans: plans.others };
}
