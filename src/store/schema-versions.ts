/**
 * The versions of the database. The shape of a row has its own version (stored-row.ts), so an upgrade of the database need not read any
 * row.
 */

import { Dexie, type DexieOptions, type Table as DexieRows } from 'dexie';
import type { StoredRow } from './stored-row.ts';
import type { TableName, Unreadable } from './table.ts';

export const DATABASE = 'heartward';

/** The table for unreadable rows that were removed, or replaced by another row under the same key. */
export const SET_ASIDE = 'setAside';

/** The tables that each version adds, oldest version first. Once a version is released, do not change its line; add a new one. */
export const schemaVersions: readonly (readonly (TableName | typeof SET_ASIDE)[])[] = [
  ['settings', 'programs', 'people', 'running', 'journal', 'plans', 'screenings', 'traces', SET_ASIDE],
];

/** The browser's IndexedDB, or one in memory for tests. Both are undefined if the browser has none. */
export interface Storage {
  readonly indexedDB: IDBFactory | undefined;
  readonly IDBKeyRange: typeof IDBKeyRange | undefined;
}

export function database(storage: Storage, versions: typeof schemaVersions = schemaVersions): Dexie {
  // Dexie's live queries need an IndexedDB in `Dexie.dependencies`, even if the database was given one of its own.
  Dexie.dependencies.indexedDB ??= storage.indexedDB as IDBFactory;
  // Dexie's cache would show rows before they are stored.
  const db = new Dexie(DATABASE, { ...(storage as DexieOptions), cache: 'disabled' });
  versions.forEach((tables, at) => {
    db.version(at + 1).stores(
      Object.fromEntries(tables.map((table) => [table, table === SET_ASIDE ? '++' : 'key'])),
    );
  });
  return db;
}

export type StoredRows = DexieRows<StoredRow, string>;

export interface SetAside extends Unreadable {
  /** When the row was set aside, ms since 1970. */
  readonly at: number;
}
