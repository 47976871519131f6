/** The page opens databases of earlier versions. Each fixture holds what one version wrote, so fixtures must not be changed. */

import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { any } from 'valibot';
import { describe, expect, it } from 'vitest';
import { DATABASE, database, schemaVersions } from '../../../src/store/schema-versions.ts';
import type { TableName } from '../../../src/store/table.ts';
import { device } from './tabs.ts';

type Fixture = Readonly<Record<string, readonly { readonly key: string; readonly row?: unknown }[]>>;

const fixture = (version: number): Fixture =>
  JSON.parse(readFileSync(new URL(`./fixtures/database-v${version}.json`, import.meta.url), 'utf8'));

/** In this table alone, the database chooses the keys: 1, 2, 3 and so on. */
const COUNTED = 'setAside';

describe.each(schemaVersions.map((_, at) => at + 1))('a database of version %i', (version) => {
  it('has the tables that its fixture was written with', () => {
    const tables = schemaVersions.slice(0, version).flat();
    expect(Object.keys(fixture(version)).sort()).toEqual([...tables].sort());
  });

  it('opens with all its rows', async () => {
    const phone = device();
    // Writes the database as a page of this version did, without the code under test.
    const before = new Dexie(DATABASE, phone.storage as never);
    const old = fixture(version);
    const stores = Object.keys(old).map((table) => [table, table === COUNTED ? '++' : 'key']);
    before.version(version).stores(Object.fromEntries(stores));
    for (const [table, rows] of Object.entries(old)) await before.table(table).bulkAdd(rows);
    before.close();

    const store = phone.tab();
    for (const [table, rows] of Object.entries(old)) {
      if (table === COUNTED) continue;
      const read = await store.table({ table: table as TableName, version: 1, schema: any() }).read();
      expect(read).toEqual({
        kind: 'read',
        rows: rows.map(({ version: _, ...row }: { version?: number; key: string }) => row),
        unreadable: [],
      });
    }
    expect(await store.setAside()).toEqual({ kind: 'read', rows: old[COUNTED] ?? [] });
  });
});

describe('a database of a newer page', () => {
  const newer = [...schemaVersions, ['later' as TableName]];

  it('opens in this page, which leaves the new tables alone', async () => {
    const phone = device();
    const later = database(phone.storage, newer);
    await later.table('later').put({ key: 'a', row: 1 });
    later.close();
    const table = phone.tab().table({ table: 'people', version: 1, schema: any() });
    expect(await table.put('a', 'from the older page')).toEqual({ kind: 'kept' });
    const again = database(phone.storage, newer);
    expect(await again.table('later').toArray()).toEqual([{ key: 'a', row: 1 }]);
    expect(await again.table('people').count()).toBe(1);
    again.close();
  });

  it('can be created while this page has the database open, and both pages keep working', async () => {
    const phone = device();
    const table = phone.tab().table({ table: 'people', version: 1, schema: any() });
    await table.put('a', 'before');
    const later = database(phone.storage, newer);
    await later.table('later').put({ key: 'a', row: 1 });
    expect(await table.put('b', 'after')).toEqual({ kind: 'kept' });
    expect(await later.table('people').count()).toBe(2);
    later.close();
  });
});
