import { filter, firstValueFrom } from 'rxjs';
import { number, object, pipe, string, transform } from 'valibot';
import { describe, expect, it } from 'vitest';
import type { RowFormat } from '../../../src/store/table.ts';
import { device } from './tabs.ts';

interface Note {
  readonly text: string;
  readonly minutes: number;
}

const notes: RowFormat<Note> = {
  table: 'journal',
  version: 2,
  schema: object({ text: string(), minutes: number() }),
  // In version 1, a row was the text alone.
  upgrades: [(text) => ({ text, minutes: 0 })],
};

const note = (text: string, minutes = 10): Note => ({ text, minutes });

describe('a table', () => {
  it('keeps rows for the next visit, in the order of their keys, with the time they were first kept', async () => {
    const phone = device();
    const before = phone.tab().table(notes);
    expect(await before.put('2026-11-30', note('today'))).toEqual({ kind: 'kept' });
    expect(await before.put('2026-11-29', note('yesterday'))).toEqual({ kind: 'kept' });
    const first = phone.today;
    phone.today += 60_000;
    await before.put('2026-11-30', note('today, later'));
    expect(await phone.tab().table(notes).read()).toEqual({
      kind: 'read',
      rows: [
        { key: '2026-11-29', row: note('yesterday'), keptAt: first + 1 / 1024 },
        { key: '2026-11-30', row: note('today, later'), keptAt: first },
      ],
      unreadable: [],
    });
  });

  it.each(['putAll', 'writeTogether'] as const)(
    'gives rows that are written at once, by %s, rising times',
    async (how) => {
      const store = device().tab();
      const table = store.table(notes);
      const keys = Array.from({ length: 1100 }, (_, at) => String(9999 - at));
      if (how === 'putAll') await table.putAll(keys.map((key) => [key, note(key)] as const));
      else
        await store.writeTogether(['journal'], async (put) => {
          for (const key of keys) await put(notes, key, note(key));
        });
      const read = await table.read();
      const rows = read.kind === 'read' ? read.rows : [];
      expect(rows.toSorted((one, other) => one.keptAt - other.keptAt).map(({ key }) => key)).toEqual(keys);
      expect(new Set(rows.map(({ keptAt }) => keptAt)).size).toBe(keys.length);
    },
  );

  it('gives a row that is written after a thousand others, by whichever table, a later time', async () => {
    const store = device().tab();
    const keys = Array.from({ length: 2000 }, (_, at) => String(9999 - at));
    const wrote = store.table(notes).putAll(keys.map((key) => [key, note(key)] as const));
    await Promise.all([wrote, store.table(notes).put('0', note('last'))]);
    const read = await store.table(notes).read();
    const rows = read.kind === 'read' ? read.rows : [];
    expect(rows.toSorted((one, other) => one.keptAt - other.keptAt).at(-1)?.key).toBe('0');
    const newest = Math.max(...rows.map(({ keptAt }) => keptAt));
    expect(newest - device().today).toBeLessThan(2);
  });

  it('has no row under a key that was never used, or was removed', async () => {
    const table = device().tab().table(notes);
    await table.put('a', note('there'));
    expect(await table.get('a')).toMatchObject({ kind: 'found', row: note('there') });
    expect(await table.remove('a')).toEqual({ kind: 'kept' });
    expect(await table.get('a')).toEqual({ kind: 'none' });
    expect(await table.remove('a')).toEqual({ kind: 'kept' });
  });

  it.each([
    [{}, 'abcd'],
    [{ from: 'b' }, 'bcd'],
    [{ below: 'c' }, 'ab'],
    [{ from: 'b', below: 'd' }, 'bc'],
    [{ newest: 2 }, 'cd'],
    [{ below: 'd', newest: 2 }, 'bc'],
    [{ newest: 9 }, 'abcd'],
  ])('reads the range %j', async (range, keys) => {
    const table = device().tab().table(notes);
    expect(await table.putAll([...'dbca'].map((key) => [key, note(key)] as const))).toEqual({ kind: 'kept' });
    const read = await table.read(range);
    expect(read.kind === 'read' && read.rows.map(({ key }) => key).join('')).toBe(keys);
  });

  it('keeps all rows of one call or none', async () => {
    const table = device().tab().table(notes);
    const broken = [['a', note('whole')] as const, ['b', { text: 'x', minutes: () => 1 } as never] as const];
    await expect(table.putAll(broken)).rejects.toThrow();
    expect(await table.read()).toMatchObject({ rows: [] });
  });

  it('changes a row based on its current value', async () => {
    const table = device().tab().table(notes);
    const longer = (row: Note | null): Note => note(row?.text ?? 'new', (row?.minutes ?? 0) + 1);
    await table.change('a', longer);
    await table.change('a', longer);
    expect(await table.get('a')).toMatchObject({ row: note('new', 2) });
  });

  it('throws what the function of a change throws', async () => {
    const table = device().tab().table(notes);
    const change = (): never => {
      throw new TypeError('a bug');
    };
    await expect(table.change('a', change)).rejects.toThrow('a bug');
  });

  it('stores another form of the row if the format says so', async () => {
    const dates: RowFormat<Date> = {
      table: 'plans',
      version: 1,
      schema: pipe(
        string(),
        transform((text) => new Date(text)),
      ),
      stored: (date) => date.toISOString(),
    };
    const phone = device();
    const date = new Date('2026-11-30T08:00:00Z');
    await phone.tab().table(dates).put('a', date);
    expect(await phone.raw('plans')).toMatchObject([{ row: '2026-11-30T08:00:00.000Z' }]);
    expect(await phone.tab().table(dates).get('a')).toMatchObject({ row: date });
  });
});

describe('a watched table', () => {
  it('emits each change in this tab or another, but only in the watched range', async () => {
    const phone = device();
    const [here, there] = [phone.tab().table(notes), phone.tab().table(notes)];
    const seen: string[] = [];
    const watching = here.watch({ from: 'b' }).subscribe((read) => {
      if (read.kind === 'read') seen.push(read.rows.map(({ row }) => row.text).join());
    });
    const shown = (text: string) => expect.poll(() => seen.at(-1)).toBe(text);
    await shown('');
    await there.put('b', note('one'));
    await shown('one');
    await here.put('a', note('not watched'));
    await there.put('c', note('two'));
    await shown('one,two');
    await there.remove('b');
    await shown('two');
    watching.unsubscribe();
    await there.remove('c');
    await expect.poll(() => here.get('c')).toEqual({ kind: 'none' });
    expect(seen).toEqual(['', 'one', 'one,two', 'two']);
  });

  it('can also be watched as a single value', async () => {
    const phone = device();
    const format = { ...notes, table: 'settings', key: 'unit' } as const;
    const [here, there] = [phone.tab().value(format), phone.tab().value(format)];
    const changed = firstValueFrom(here.watch().pipe(filter(({ kind }) => kind === 'found')));
    expect(await here.get()).toEqual({ kind: 'none' });
    await there.put(note('set'));
    expect(await changed).toMatchObject({ row: note('set') });
    await here.change((row) => note(`${row?.text} again`));
    expect(await there.get()).toMatchObject({ row: note('set again') });
    await here.remove();
    expect(await there.get()).toEqual({ kind: 'none' });
  });
});
