/**
 * The store as other code sees it: tables of rows by key, single values, and the results of writing and reading. Hides Dexie, the library
 * behind the store.
 */

import type { Observable } from 'rxjs';
import type { GenericSchema } from 'valibot';

/** A new table needs a line here and in schema-versions.ts. */
export const tableNames = [
  'settings',
  'programs',
  'people',
  'running',
  'journal',
  'plans',
  'screenings',
  'traces',
] as const;
export type TableName = (typeof tableNames)[number];

export interface RowFormat<Row> {
  readonly table: TableName;
  /** Version of the shape of rows, from 1. */
  readonly version: number;
  readonly schema: GenericSchema<unknown, Row>;
  /** Turns a row into plain data that `schema` can parse. If missing, the row itself is stored. */
  readonly stored?: (row: Row) => unknown;
  /** Step i turns a stored row of version i + 1 into one of version i + 2. Every version but the last has a step. */
  readonly upgrades?: readonly ((older: unknown) => unknown)[];
}

export interface ValueFormat<Value> extends RowFormat<Value> {
  readonly key: string;
}

export interface KeyedRow<Row> {
  readonly key: string;
  readonly row: Row;
  /** When a row was first written under this key, ms since 1970, by this device's calendar. */
  readonly keptAt: number;
}

/**
 * A row that this page cannot read. It is set aside (copied to another table) before it is removed or replaced, but not when everything is
 * erased.
 */
export interface Unreadable {
  readonly table: TableName;
  readonly key: string;
  /** `newer`: a newer version of the page wrote the row. `damaged`: the row does not fit the format of the version it names. */
  readonly why: 'newer' | 'damaged';
  /** The row as stored, so that the user can download it. */
  readonly found: unknown;
}

/** The browser has no storage, or storage is switched off, broken or closed, or so full that it cannot be read. */
export interface NoStorage {
  readonly kind: 'noStorage';
  readonly detail: string;
}

export type StoreFailure = { readonly kind: 'storageFull' } | NoStorage;

/** `unreadable`: the row to be changed could not be read, and was left as it is. */
export type StoreResult = { readonly kind: 'kept' } | StoreFailure | { readonly kind: 'unreadable' };

export type Rows<Row> =
  | {
      readonly kind: 'read';
      /** In the order of their keys. */
      readonly rows: readonly KeyedRow<Row>[];
      readonly unreadable: readonly Unreadable[];
    }
  | NoStorage;

export type RowFound<Row> =
  | { readonly kind: 'found'; readonly row: Row; readonly keptAt: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly row: Unreadable }
  | NoStorage;

/** If keys begin with a time, a range of keys is a range of time. An empty `Range` means all rows. */
export interface Range {
  /** Inclusive. */
  readonly from?: string;
  /** Exclusive. */
  readonly below?: string;
  /** At most this many rows, taken from the end of the range. */
  readonly newest?: number;
}

export interface Table<Row> {
  read(range?: Range): Promise<Rows<Row>>;
  get(key: string): Promise<RowFound<Row>>;
  /** Emits the rows now, and again whenever a tab writes or removes rows in this range. A failure is emitted as a value. */
  watch(range?: Range): Observable<Rows<Row>>;
  /** If the row under this key is unreadable, sets it aside first. */
  put(key: string, row: Row): Promise<StoreResult>;
  /** Writes all of these rows or none. Each new row gets a later `keptAt` than the one before it. */
  putAll(rows: Iterable<readonly [key: string, row: Row]>): Promise<StoreResult>;
  /** Reads and writes in one transaction: if two tabs change a row at the same time, the second sees what the first wrote. */
  change(key: string, change: (row: Row | null) => Row): Promise<StoreResult>;
  /** An unreadable row is set aside first. */
  remove(key: string): Promise<StoreResult>;
}

export interface Value<V> {
  get(): Promise<RowFound<V>>;
  watch(): Observable<RowFound<V>>;
  put(value: V): Promise<StoreResult>;
  change(change: (value: V | null) => V): Promise<StoreResult>;
  remove(): Promise<StoreResult>;
}
