/**
 * The versions of the database, oldest first. They say which tables there are; a table has one index, its keys. The shape of rows has versions of its
 * own, one for each format (stored-row.ts), so that a row nobody can read survives every version of the database.
 */

import { Dexie, type DexieOptions, type Table as DexieRows } from 'dexie';
import type { StoredRow } from './stored-row.ts';
import type { TableName, Unreadable } from './table.ts';

export const DATABASE = 'heartward';

/** Holds rows that could not be read when something else was kept under their key. */
export const SET_ASIDE = 'setAside';

/** Tables that each version adds. Never change a line that was released: add one. */
export const schemaVersions: readonly (readonly (TableName | typeof SET_ASIDE)[])[] = [
  ['settings', 'programs', 'people', 'running', 'journal', 'plans', 'screenings', 'traces', SET_ASIDE],
];

/** The browser's IndexedDB, or another that behaves like it. Undefined where there is none. */
export interface Storage {
  readonly indexedDB: IDBFactory | undefined;
  readonly IDBKeyRange: typeof IDBKeyRange | undefined;
}

/** @param versions how many of the versions this page knows; fewer only in tests of migrations */
export function database(storage: Storage, versions: typeof schemaVersions = schemaVersions): Dexie {
  // Dexie's live queries run only where its own defaults have an IndexedDB, whatever a database was given.
  Dexie.dependencies.indexedDB ??= storage.indexedDB as IDBFactory;
  const db = new Dexie(DATABASE, storage as DexieOptions);
  versions.forEach((tables, at) => {
    db.version(at + 1).stores(
      Object.fromEntries(tables.map((table) => [table, table === SET_ASIDE ? '++' : 'key'])),
    );
  });
  return db;
}

export type StoredRows = DexieRows<StoredRow, string>;

export interface SetAside extends Unreadable {
  /** When it was set aside, ms since 1970. */
  readonly at: number;
}
