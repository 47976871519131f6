/** What remains on a device after everything was erased. Before that, the tests fill every table, and write keys of several kinds. */

import { describe, expect, it } from 'vitest';
import {
  eraseEverything,
  keptLocalKeys,
  keptSettings,
} from '../../../../src/app/device-storage/erase-everything.ts';
import type { LocalStorageWithKeys } from '../../../../src/app/device-storage/local-storage.ts';
import { HAS_PLAN_KEY } from '../../../../src/app/plan/has-plan.ts';
import { openStore } from '../../../../src/store/store.ts';
import { tableNames } from '../../../../src/store/table.ts';
import { device } from '../../store/tabs.ts';

function localStorageOf(texts: Record<string, string>): LocalStorageWithKeys {
  return {
    getItem: (key) => texts[key] ?? null,
    setItem: (key, text) => {
      texts[key] = text;
    },
    removeItem: (key) => {
      delete texts[key];
    },
    keys: () => Object.keys(texts),
  };
}

const row = (key: string, version = 1) => ({ key, version, keptAt: 1, row: key });

describe('erasing everything', () => {
  it('leaves only the settings for how the page looks and sounds, and for keys pressed alone', async () => {
    const phone = device();
    for (const table of tableNames) {
      await phone.write(table, row('one'));
      await phone.write(table, row('of a newer page', 99));
    }
    for (const key of [...keptSettings, 'journal-desk', 'lastRun', 'atHand'])
      await phone.write('settings', row(key));
    const store = phone.tab();
    // When an unreadable row is removed, the store sets it aside.
    const format = { table: 'plans', version: 1, schema: { '~run': () => null } as never } as const;
    await store.table(format).remove('of a newer page');
    expect(await store.setAside()).toMatchObject({ rows: [{ table: 'plans' }] });

    const texts: Record<string, string> = {
      [HAS_PLAN_KEY]: 'there',
      'heartward.last-session': '{}',
      'heartward.programs': '[]',
      'heartward.last-run': 'desk-side',
      'heartward.theme': 'dark',
      'heartward.language': 'fr',
      'heartward.of-a-newer-page': 'x',
      other: 'of another page on this host',
    };
    expect(await eraseEverything(store, localStorageOf(texts))).toEqual({ kind: 'kept' });

    const left = await Promise.all(
      tableNames.map(async (table) => [table, (await phone.raw(table)).map((one) => Object(one).key)]),
    );
    const none = Object.fromEntries(tableNames.map((table) => [table, []]));
    expect(Object.fromEntries(left)).toEqual({ ...none, settings: [...keptSettings].sort() });
    expect(await store.setAside()).toEqual({ kind: 'read', rows: [] });
    expect(texts).toEqual({
      'heartward.theme': 'dark',
      'heartward.language': 'fr',
      other: 'of another page on this host',
    });
    expect(keptLocalKeys).toEqual([
      'heartward.theme',
      'heartward.contrast',
      'heartward.motion',
      'heartward.keys',
      'heartward.language',
    ]);
    expect(keptSettings).toEqual(['pressureUnit', 'guideCues']);
  });

  it('reports failure if the store cannot be written', async () => {
    const store = openStore({ indexedDB: undefined, IDBKeyRange: undefined }, () => 0);
    const texts = { [HAS_PLAN_KEY]: 'there' };
    expect(await eraseEverything(store, localStorageOf(texts))).toMatchObject({ kind: 'noStorage' });
  });

  it('reports failure if localStorage is switched off', async () => {
    const off: LocalStorageWithKeys = {
      ...localStorageOf({}),
      keys: () => {
        throw new Error('off');
      },
    };
    expect(await eraseEverything(device().tab(), off)).toMatchObject({ kind: 'noStorage' });
  });
});
