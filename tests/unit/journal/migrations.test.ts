/**
 * The page reads journals that earlier versions wrote, from files and from the store. The fixtures hold such journals and must not be
 * changed.
 */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SessionDrafts } from '../../../src/app/journal/session-drafts.ts';
import { isGroup } from '../../../src/journal/document/group.ts';
import { readJournal } from '../../../src/journal/document.ts';
import type { SessionEntry } from '../../../src/journal/entry.ts';
import { entryRows } from '../../../src/journal/stored.ts';
import { device } from '../store/tabs.ts';

interface Written {
  readonly people: readonly object[];
  readonly entries: readonly Readonly<Record<string, unknown>>[];
  readonly traces: Readonly<Record<string, string>>;
}

const textOf = (version: number): string =>
  readFileSync(new URL(`./fixtures/journal-v${version}.json`, import.meta.url), 'utf8');
const written = (version: number): Written => JSON.parse(textOf(version));

/** An entry of version 1 as this version reads it: the time as a number, and a value for each property that is new. */
function asNow(entry: Readonly<Record<string, unknown>>): unknown {
  const { kind, source, ended, at } = entry;
  const same = { ...entry, at: Date.parse(String(at)) };
  if (kind === 'guide') return { ...same, step: null };
  if (!isGroup(source) || source.kind !== 'boots') return same;
  return { ...same, source: { ...source, counted: ended !== 'rebooted' } };
}

describe('a journal of version 1', () => {
  const old = written(1);
  const now = old.entries.map(asNow);

  it('has every kind of entry, and every source of a session', () => {
    expect(new Set(old.entries.map(({ kind }) => kind)).size).toBe(9);
    const sources = old.entries.flatMap(({ source, ended }) =>
      isGroup(source) ? [`${source.kind} ${ended}`] : [],
    );
    expect(sources).toEqual(['followed finished', 'lost null', 'boots finished', 'boots rebooted']);
  });

  it('is read from its file, traces included', async () => {
    const read = await readJournal(textOf(1), async () => true);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.file.people).toEqual(old.people);
    expect(read.file.entries).toEqual(now);
    expect([...read.file.traces.keys()]).toEqual(Object.keys(old.traces));
  });

  it('is read from the store, with the drafts of sessions that were lost', async () => {
    const phone = device();
    for (const [at, row] of old.entries.entries())
      await phone.write('journal', { key: `${row.at} ${row.id}`, version: 1, keptAt: at, row });
    const draft = old.entries.find(({ source }) => isGroup(source) && source.kind === 'lost');
    const key = `journal-draft ${draft?.id}`;
    await phone.write('running', { key, version: 1, keptAt: 0, row: draft });
    const store = phone.tab();
    const read = await store.table(entryRows).read();
    if (read.kind !== 'read') throw new Error(read.kind);
    expect(read.unreadable).toEqual([]);
    const byId = (one: unknown, other: unknown): number =>
      (one as SessionEntry).order - (other as SessionEntry).order;
    expect(read.rows.map(({ row }) => row).sort(byId)).toEqual(now);
    expect(await new SessionDrafts(store).all()).toEqual(
      now.filter((entry) => (entry as SessionEntry).id === draft?.id),
    );
  });
});
