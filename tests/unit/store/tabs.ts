/**
 * A device with an IndexedDB in memory. Each `tab()` opens the same database, as another tab or a later visit
 * would.
 */

import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { onTestFinished } from 'vitest';
import { database, type Storage, type StoredRows } from '../../../src/store/schema-versions.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import type { TableName } from '../../../src/store/table.ts';

export interface Device {
  readonly storage: Storage;
  /** Wall-clock time, milliseconds since 1970. */
  today: number;
  tab(): Store;
  /** Writes a row directly into the database, as an older or newer page, or a fault, might have left it. */
  write(table: TableName, row: unknown): Promise<void>;
  raw(table: TableName): Promise<readonly unknown[]>;
}

export function device(indexedDB: IDBFactory = new IDBFactory()): Device {
  const storage = { indexedDB, IDBKeyRange };
  const past = async <T>(table: TableName, work: (rows: StoredRows) => PromiseLike<T>): Promise<T> => {
    const db = database(storage);
    try {
      return await work(db.table(table));
    } finally {
      db.close();
    }
  };
  const made: Device = {
    storage,
    today: Date.parse('2026-11-30T10:00:00Z'),
    tab: () => {
      const store = openStore(storage, () => made.today);
      onTestFinished(() => store.close());
      return store;
    },
    write: async (table, row) => void (await past(table, (rows) => rows.put(row as never))),
    raw: (table) => past(table, (rows) => rows.toArray()),
  };
  return made;
}
