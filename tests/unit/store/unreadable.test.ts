/** The page never loses a stored row that it cannot read. */

import { number, object, string } from 'valibot';
import { describe, expect, it } from 'vitest';
import type { RowFormat } from '../../../src/store/table.ts';
import { device } from './tabs.ts';

interface Note {
  readonly text: string;
  readonly minutes: number;
}

const notes: RowFormat<Note> = {
  table: 'journal',
  version: 3,
  schema: object({ text: string(), minutes: number() }),
  upgrades: [(text) => ({ text: (text as string).trim() }), (row) => ({ ...(row as object), minutes: 0 })],
};

const note = (text: string, minutes = 10): Note => ({ text, minutes });

const unreadable = {
  'of a newer version': { key: 'x', version: 4, keptAt: 5, row: { text: 'later', seconds: 600 } },
  'of another shape': { key: 'x', version: 3, keptAt: 5, row: { text: 1, minutes: 10 } },
  'that an upgrade fails on': { key: 'x', version: 1, keptAt: 5, row: 7 },
  'of a version that never was': { key: 'x', version: 0, keptAt: 5, row: note('x') },
  'without an envelope': { key: 'x', text: 'bare' },
};

describe.each(Object.entries(unreadable))('a row %s', (what, stored) => {
  const why = what.includes('newer') ? 'newer' : 'damaged';
  const reported = { table: 'journal', key: 'x', why, found: stored };

  const phoneWithIt = async () => {
    const phone = device();
    await phone.tab().table(notes).put('a', note('readable'));
    await phone.write('journal', stored);
    return { phone, store: phone.tab(), table: phone.tab().table(notes) };
  };

  it('is reported beside the rows that can be read', async () => {
    const { table } = await phoneWithIt();
    const read = await table.read();
    expect(read).toMatchObject({ kind: 'read', rows: [{ key: 'a' }], unreadable: [reported] });
    expect(await table.get('x')).toEqual({ kind: 'unreadable', row: reported });
  });

  it('is not changed', async () => {
    const { phone, table } = await phoneWithIt();
    expect(await table.change('x', () => note('over it'))).toEqual({ kind: 'unreadable' });
    expect(await phone.raw('journal')).toContainEqual(stored);
  });

  it('is set aside when another row takes its key, and when it is removed', async () => {
    const put = await phoneWithIt();
    expect(await put.table.put('x', note('new'))).toEqual({ kind: 'kept' });
    expect(await put.table.get('x')).toMatchObject({ row: note('new') });
    const removed = await phoneWithIt();
    expect(await removed.table.remove('x')).toEqual({ kind: 'kept' });
    for (const { phone, store } of [put, removed]) {
      const aside = await store.setAside();
      expect(aside).toEqual({ kind: 'read', rows: [{ ...reported, at: phone.today }] });
    }
  });
});

describe('a row of an earlier version', () => {
  it.each([
    [1, ' early '],
    [2, { text: 'early' }],
    [3, note('early', 0)],
  ])('%s is brought up to date as it is read', async (version, row) => {
    const phone = device();
    const stored = { key: 'x', version, keptAt: 5, row };
    await phone.write('journal', stored);
    const table = phone.tab().table(notes);
    expect(await table.get('x')).toEqual({ kind: 'found', row: note('early', 0), keptAt: 5 });
    expect(await phone.raw('journal')).toEqual([stored]);
    await table.change('x', (before) => note(`${before?.text}, then later`));
    expect(await phone.raw('journal')).toEqual([
      { key: 'x', version: 3, keptAt: 5, row: note('early, then later') },
    ]);
  });
});
