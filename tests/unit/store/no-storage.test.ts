import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { firstValueFrom } from 'rxjs';
import { string } from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openStore, type Store } from '../../../src/store/store.ts';
import type { RowFormat } from '../../../src/store/table.ts';
import { device } from './tabs.ts';

const texts: RowFormat<string> = { table: 'programs', version: 1, schema: string() };

afterEach(() => vi.restoreAllMocks());

const refusing = (name: string): IDBFactory => {
  const factory = new IDBFactory();
  factory.open = () => {
    throw new DOMException('not here', name);
  };
  return factory;
};

/** As in private windows of old versions of Firefox, the call that opens a database succeeds, and its request fails later. */
const failing = (name: string): IDBFactory => {
  const factory = new IDBFactory();
  factory.open = () => {
    const request = {
      error: new DOMException('not here', name),
      onerror: null as null | ((e: unknown) => void),
    };
    const event = { type: 'error', target: request, preventDefault: () => {}, stopPropagation: () => {} };
    setTimeout(() => request.onerror?.(event));
    return request as never;
  };
  return factory;
};

const without: Readonly<Record<string, () => Store>> = {
  'without IndexedDB': () => openStore({ indexedDB: undefined, IDBKeyRange: undefined }, () => 0),
  'that refuses to open it': () => openStore({ indexedDB: refusing('SecurityError'), IDBKeyRange }, () => 0),
  'in which opening fails': () =>
    openStore({ indexedDB: failing('InvalidStateError'), IDBKeyRange }, () => 0),
  'in which the database was closed': () => {
    const store = device().tab();
    store.close();
    return store;
  },
};

describe.each(Object.entries(without))('a browser %s', (_, open) => {
  it('answers every request with `noStorage`', async () => {
    const store = open();
    const table = store.table(texts);
    const none = { kind: 'noStorage', detail: expect.stringMatching(/\w+/) };
    expect(await table.put('a', 'text')).toEqual(none);
    expect(await table.change('a', () => 'text')).toEqual(none);
    expect(await table.remove('a')).toEqual(none);
    expect(await table.get('a')).toEqual(none);
    expect(await table.read()).toEqual(none);
    expect(await store.setAside()).toEqual(none);
    expect(await firstValueFrom(table.watch())).toEqual(none);
  });
});

describe('storage that is full', () => {
  it('is reported, loses no row, and stores again when there is room', async () => {
    const table = device().tab().table(texts);
    await table.put('a', 'before');
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('the disk is full', 'QuotaExceededError');
    });
    expect(await table.put('a', 'after')).toEqual({ kind: 'storageFull' });
    expect(await table.change('a', () => 'after')).toEqual({ kind: 'storageFull' });
    full.mockRestore();
    expect(await table.get('a')).toMatchObject({ row: 'before' });
    expect(await table.put('a', 'after')).toEqual({ kind: 'kept' });
    expect(await table.get('a')).toMatchObject({ row: 'after' });
  });
});
