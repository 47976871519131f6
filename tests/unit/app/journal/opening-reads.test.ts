/**
 * What opening the journal reads. The bench times it (`journal.open`, `journal.trend`); this counts what takes that time and is the same on
 * every machine.
 */

import { IDBObjectStore } from 'fake-indexeddb';
import { filter, firstValueFrom } from 'rxjs';
import { expect, it, onTestFinished } from 'vitest';
import { JournalKeeper } from '../../../../src/app/journal/journal-keeper.ts';
import { entryKey, entryRows, traceRows } from '../../../../src/journal/stored.ts';
import { berlin, moment, session } from '../../journal/entries.ts';
import { device } from '../../store/tabs.ts';

const now = moment('2026-11-29T12:00');
const SESSIONS = 40;

/** Counts from now on how often each table is asked for rows. */
function countingReads(): ReadonlyMap<string, number> {
  const methods = ['get', 'getAll', 'openCursor', 'getAllKeys', 'openKeyCursor'] as const;
  const reads = new Map<string, number>();
  for (const method of methods) {
    const { [method]: read } = IDBObjectStore.prototype;
    IDBObjectStore.prototype[method] = function (this: IDBObjectStore, ...args: Parameters<typeof read>) {
      reads.set(this.name, (reads.get(this.name) ?? 0) + 1);
      return (read as (...args: unknown[]) => never).apply(this, args);
    };
    onTestFinished(() => void Object.assign(IDBObjectStore.prototype, { [method]: read }));
  }
  return reads;
}

it('reads all entries in one request and no trace, and all of them once more for each new entry', async () => {
  const phone = device();
  const store = phone.tab();
  const sessions = Array.from({ length: SESSIONS }, () => session('2026-11-28T10:00'));
  await store.table(entryRows).putAll(sessions.map((entry) => [entryKey(entry), entry] as const));
  await store.table(traceRows).putAll(sessions.map(({ id }) => [id, new Uint8Array([1])] as const));

  const reads = countingReads();
  const opened = phone.tab();
  const keeper = await JournalKeeper.open({
    store: opened,
    now: () => now,
    zone: () => berlin,
    random: Math.random,
  });
  onTestFinished(() => keeper.close());
  const holds = (entries: number) =>
    firstValueFrom(keeper.state.pipe(filter(({ journal }) => journal.entries.length === entries)));
  await holds(SESSIONS);
  expect(reads.get('journal')).toBe(1);
  expect(reads.get('traces')).toBeUndefined();

  await keeper.note({ kind: 'readiness', score: 7 });
  await holds(SESSIONS + 1);
  // The second request looks whether there is a row under the new entry's key.
  expect(reads.get('journal')).toBe(3);
  expect(reads.get('traces')).toBeUndefined();
});
