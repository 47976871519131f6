import fc from 'fast-check';
import { array, number, string } from 'valibot';
import { describe, expect, it } from 'vitest';
import type { RowFormat } from '../../../src/store/table.ts';
import { device } from './tabs.ts';

const lists: RowFormat<string[]> = { table: 'people', version: 1, schema: array(string()) };
const counts: RowFormat<number> = { table: 'settings', version: 1, schema: number() };

describe('two tabs', () => {
  it('that keep rows at the same time keep both', async () => {
    const phone = device();
    const [one, other] = [phone.tab().table(lists), phone.tab().table(lists)];
    await Promise.all([one.put('a', ['one']), other.put('b', ['other']), other.put('c', ['other'])]);
    const read = await phone.tab().table(lists).read();
    expect(read.kind === 'read' && read.rows.map(({ row }) => row[0])).toEqual(['one', 'other', 'other']);
  });

  it('that change the same row at the same time lose no change', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 2, maxLength: 30 }), async (whose) => {
        const phone = device();
        const [one, other] = [phone.tab(), phone.tab()];
        const tables = whose.map((isOne) => (isOne ? one : other).table(counts));
        await Promise.all(tables.map((table) => table.change('n', (count) => (count ?? 0) + 1)));
        expect(await one.table(counts).get('n')).toMatchObject({ row: whose.length });
        one.close();
        other.close();
      }),
      { numRuns: 20 },
    );
  });
});
