/** Implements `Table` and `Value` with Dexie. Their methods return every expected failure as a value, and reject only if there is a bug. */

import { Dexie, liveQuery } from 'dexie';
import { from, Observable } from 'rxjs';
import { SET_ASIDE, type SetAside, type StoredRows } from './schema-versions.ts';
import { readFailure, writeFailure } from './storage-failure.ts';
import { readRow, type StoredRow, storedRow } from './stored-row.ts';
import type {
  KeyedRow,
  Range,
  RowFormat,
  RowFound,
  Rows,
  StoreResult,
  Table,
  Unreadable,
  Value,
} from './table.ts';

const ABOVE_EVERY_KEY = '\uffff';

/**
 * The least time between two new rows, ms. It is so short that a thousand rows written at once are not ahead of the row written next, and
 * a number of ms since 1970 can still hold it.
 */
const BETWEEN_ROWS = 1 / 1024;

/**
 * Returns times for new rows, ms since 1970: the calendar's time, or at least BETWEEN_ROWS after the time before, so that rows written at
 * once keep their order.
 */
export function timesForRows(today: () => number): () => number {
  let last = 0;
  return () => {
    last = Math.max(last + BETWEEN_ROWS, today());
    return last;
  };
}

/**
 * Emits the result of a query now, and again whenever this tab or another changes the rows that the query read. Without IndexedDB, emits
 * once.
 */
const live = <T>(query: () => Promise<T>): Observable<T> =>
  new Observable((subscriber) => {
    if (!Dexie.dependencies.indexedDB) return from(query()).subscribe(subscriber);
    const subscription = liveQuery(query).subscribe({
      next: (found) => subscriber.next(found),
      error: (error) => subscriber.error(error),
    });
    return () => subscription.unsubscribe();
  });

export class DexieTable<Row> implements Table<Row> {
  readonly #db: Dexie;
  readonly #format: RowFormat<Row>;
  /** Returns the calendar time, ms since 1970. */
  readonly #today: () => number;
  readonly #nextKeptAt: () => number;

  /** @param nextKeptAt returns the time for the next new row, of this table or another */
  constructor(db: Dexie, format: RowFormat<Row>, today: () => number, nextKeptAt: () => number) {
    this.#db = db;
    this.#format = format;
    this.#today = today;
    this.#nextKeptAt = nextKeptAt;
  }

  async read({ from = '', below = ABOVE_EVERY_KEY, newest }: Range = {}): Promise<Rows<Row>> {
    try {
      const within = this.#rows.where('key').between(from, below, true, false);
      const found =
        newest === undefined ? await within.toArray() : await within.reverse().limit(newest).toArray();
      return this.#parsed(newest === undefined ? found : found.reverse());
    } catch (error) {
      return readFailure(error);
    }
  }

  async get(key: string): Promise<RowFound<Row>> {
    try {
      return this.#found(key, await this.#rows.get(key));
    } catch (error) {
      return readFailure(error);
    }
  }

  watch(range?: Range): Observable<Rows<Row>> {
    return live(() => this.read(range));
  }

  watchOne(key: string): Observable<RowFound<Row>> {
    return live(() => this.get(key));
  }

  put(key: string, row: Row): Promise<StoreResult> {
    return this.putAll([[key, row]]);
  }

  putAll(rows: Iterable<readonly [key: string, row: Row]>): Promise<StoreResult> {
    return this.#writing(async () => {
      for (const [key, row] of rows) await this.keep(key, row);
      return { kind: 'kept' };
    });
  }

  change(key: string, change: (row: Row | null) => Row): Promise<StoreResult> {
    return this.#writing(async () => {
      const found = this.#found(key, await this.#rows.get(key));
      if (found.kind === 'unreadable') return { kind: 'unreadable' };
      await this.keep(key, change(found.kind === 'found' ? found.row : null));
      return { kind: 'kept' };
    });
  }

  remove(key: string): Promise<StoreResult> {
    return this.#writing(async () => {
      await this.drop(key);
      return { kind: 'kept' };
    });
  }

  get #rows(): StoredRows {
    return this.#db.table(this.#format.table);
  }

  async #writing(work: () => Promise<StoreResult>): Promise<StoreResult> {
    try {
      return await this.#db.transaction('rw', this.#format.table, SET_ASIDE, work);
    } catch (error) {
      return writeFailure(error);
    }
  }

  /** Call inside a transaction over this table and `SET_ASIDE`. @throws what the database throws */
  async keep(key: string, row: Row): Promise<void> {
    const before = await this.#setAsideUnreadable(key);
    const keptAt = before.kind === 'found' ? before.keptAt : this.#nextKeptAt();
    await this.#rows.put(storedRow(this.#format, key, row, keptAt));
  }

  /** As `keep`, but removes the row. */
  async drop(key: string): Promise<void> {
    await this.#setAsideUnreadable(key);
    await this.#rows.delete(key);
  }

  async #setAsideUnreadable(key: string): Promise<RowFound<Row>> {
    const found = this.#found(key, await this.#rows.get(key));
    if (found.kind === 'unreadable') {
      await this.#db.table<SetAside>(SET_ASIDE).add({ ...found.row, at: this.#today() });
    }
    return found;
  }

  #found(key: string, stored: StoredRow | undefined): RowFound<Row> {
    return stored === undefined ? { kind: 'none' } : readRow(this.#format, key, stored);
  }

  #parsed(stored: readonly StoredRow[]): Rows<Row> {
    const rows: KeyedRow<Row>[] = [];
    const unreadable: Unreadable[] = [];
    for (const one of stored) {
      const read = readRow(this.#format, one.key, one);
      if (read.kind === 'found') rows.push({ key: one.key, row: read.row, keptAt: read.keptAt });
      else unreadable.push(read.row);
    }
    return { kind: 'read', rows, unreadable };
  }
}

export function valueOver<V>(table: DexieTable<V>, key: string): Value<V> {
  return {
    get: () => table.get(key),
    watch: () => table.watchOne(key),
    put: (value) => table.put(key, value),
    change: (change) => table.change(key, change),
    remove: () => table.remove(key),
  };
}
