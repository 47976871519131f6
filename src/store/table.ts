/** What other rooms see of the store: tables of rows by key, single values, and what came of keeping or reading them. No Dexie here. */

import type { Observable } from 'rxjs';
import type { GenericSchema } from 'valibot';

/** All tables there are. A new one is a line here and in schema-versions.ts. */
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

/** How rows of one kind are kept. The room that a row belongs to may export its format without importing this type. */
export interface RowFormat<Row> {
  readonly table: TableName;
  /** Counts the shapes that rows have had, from 1. */
  readonly version: number;
  /** Reads a row of this version. */
  readonly schema: GenericSchema<unknown, Row>;
  /** The row as it is stored, which the schema reads: plain data. Unless given, the row itself. */
  readonly stored?: (row: Row) => unknown;
  /** Step i turns a row of version i + 1 into one of version i + 2; there is one for each version but the last. */
  readonly upgrades?: readonly ((older: unknown) => unknown)[];
}

/** One value under a fixed key, such as a setting. */
export interface ValueFormat<Value> extends RowFormat<Value> {
  readonly key: string;
}

export interface KeyedRow<Row> {
  readonly key: string;
  readonly row: Row;
  /** When a row was first kept under this key, ms since 1970, by this device's calendar. */
  readonly keptAt: number;
}

/** A row that this page cannot read. It stays where it is. */
export interface Unreadable {
  readonly table: TableName;
  readonly key: string;
  /** `newer`: a newer version of the page wrote it. `damaged`: it is not what any version writes. */
  readonly why: 'newer' | 'damaged';
  /** As it was found, for a file that a person can save. */
  readonly found: unknown;
}

/** The browser keeps nothing for this page: there is no storage, or it is switched off or broken. */
export interface NoStorage {
  readonly kind: 'noStorage';
  /** What the browser says. */
  readonly detail: string;
}

export type StoreFailure = { readonly kind: 'storageFull' } | NoStorage;

/** `unreadable`: the row to change cannot be read, and was left as it is. */
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

/** Which rows: by key, so that keys which begin with a time can be read by time. All of them if nothing is given. */
export interface Range {
  /** This key or later. */
  readonly from?: string;
  /** Before this key. */
  readonly below?: string;
  /** At most this many, those with the highest keys. */
  readonly newest?: number;
}

export interface Table<Row> {
  read(range?: Range): Promise<Rows<Row>>;
  get(key: string): Promise<RowFound<Row>>;
  /** The rows now, and again whenever this tab or another changes one of them. Never fails; a failure is a value. */
  watch(range?: Range): Observable<Rows<Row>>;
  /** A row under this key that cannot be read is set aside first, never overwritten. */
  put(key: string, row: Row): Promise<StoreResult>;
  /** All of them or none; each is kept later than the one before it. */
  putAll(rows: Iterable<readonly [key: string, row: Row]>): Promise<StoreResult>;
  /** Reads and writes in one transaction: of two tabs that change a row at the same time, the second sees what the first wrote. */
  change(key: string, change: (row: Row | null) => Row): Promise<StoreResult>;
  remove(key: string): Promise<StoreResult>;
}

export interface Value<V> {
  get(): Promise<RowFound<V>>;
  watch(): Observable<RowFound<V>>;
  put(value: V): Promise<StoreResult>;
  change(change: (value: V | null) => V): Promise<StoreResult>;
  remove(): Promise<StoreResult>;
}
