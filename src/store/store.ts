/** The store: what this device keeps, in one IndexedDB database. The database opens at the first read or write. */

import { DexieTable, timesForRows, valueOver } from './dexie-table.ts';
import { database, SET_ASIDE, type SetAside, type Storage } from './schema-versions.ts';
import { readFailure, writeFailure } from './storage-failure.ts';
import {
  type NoStorage,
  type RowFormat,
  type RowFound,
  type StoreResult,
  type Table,
  type TableName,
  tableNames,
  type Value,
  type ValueFormat,
} from './table.ts';

/** Call within a transaction. Rejects with the database's error, which aborts the transaction. */
export type Put = <Row>(format: RowFormat<Row>, key: string, row: Row) => Promise<void>;
/** The same, for a row that is read. */
export type Get = <Row>(format: RowFormat<Row>, key: string) => Promise<RowFound<Row>>;
/** The same, for a row that is removed. */
export type Remove = <Row>(format: RowFormat<Row>, key: string) => Promise<void>;

export interface Store {
  table<Row>(format: RowFormat<Row>): Table<Row>;
  value<V>(format: ValueFormat<V>): Value<V>;
  /**
   * Writes and removes rows of several tables in one transaction: all of it happens, or nothing, even if the page crashes in between. Each
   * new row gets a later `keptAt` than the one before it.
   * @param work puts, removes and reads the rows; must await nothing else, which would end the transaction
   */
  writeTogether(
    tables: readonly TableName[],
    work: (put: Put, remove: Remove, get: Get) => Promise<void>,
  ): Promise<StoreResult>;
  /** The unreadable rows that were set aside when they were removed, or when another row was written under their key. */
  setAside(): Promise<{ readonly kind: 'read'; readonly rows: readonly SetAside[] } | NoStorage>;
  /**
   * Erases all rows of all tables, readable or not, and the rows set aside. @param staying keys of the table `settings` that are not erased
   */
  erase(staying: readonly string[]): Promise<StoreResult>;
  close(): void;
}

/**
 * If the browser has no storage, reads and writes return `noStorage`.
 * @param today returns the calendar's time, ms since 1970
 */
export function openStore(storage: Storage, today: () => number): Store {
  const db = database(storage);
  const nextKeptAt = timesForRows(today);
  const table = <Row>(format: RowFormat<Row>) => new DexieTable(db, format, today, nextKeptAt);
  return {
    table,
    value: (format) => valueOver(table(format), format.key),
    writeTogether: async (tables, work) => {
      const put: Put = (format, key, row) => table(format).keep(key, row);
      const remove: Remove = (format, key) => table(format).drop(key);
      const get: Get = (format, key) => table(format).get(key);
      try {
        // Dexie keeps the transaction open over an `await` only if the function is declared `async`.
        await db.transaction('rw', [...tables, SET_ASIDE], async () => {
          await work(put, remove, get);
        });
        return { kind: 'kept' };
      } catch (error) {
        return writeFailure(error);
      }
    },
    setAside: async () => {
      try {
        return { kind: 'read', rows: await db.table<SetAside>(SET_ASIDE).toArray() };
      } catch (error) {
        return readFailure(error);
      }
    },
    erase: async (staying) => {
      const settings = 'settings';
      try {
        await db.transaction('rw', [...tableNames, SET_ASIDE], async () => {
          for (const name of tableNames) if (name !== settings) await db.table(name).clear();
          await db.table(settings).where('key').noneOf(staying).delete();
          await db.table(SET_ASIDE).clear();
        });
        return { kind: 'kept' };
      } catch (error) {
        return writeFailure(error);
      }
    },
    close: () => db.close(),
  };
}
