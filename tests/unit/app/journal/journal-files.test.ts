/** Reading a backup to restore it, which the user may cancel. */

import { describe, expect, it } from 'vitest';
import { journalAlone } from '../../../../src/app/backup/backup.ts';
import { backupText } from '../../../../src/app/backup/backup-text.ts';
import { type ReadInWorker, restoreFrom } from '../../../../src/app/journal/journal-files.ts';
import { anna, entry } from '../../journal/entries.ts';
import { visit } from '../backup/devices.ts';

async function backupOfNotes(): Promise<File> {
  const entries = Array.from({ length: 120 }, (_, minute) =>
    entry<'note'>('2026-11-29T10:00', { kind: 'note', text: `${minute}`, of: null }),
  );
  const journal = { people: [{ id: anna, name: 'Anna' }], entries, traces: new Map() };
  return new File([...(await backupText(journalAlone(journal), async () => undefined))], 'backup.json');
}

const noWorker: ReadInWorker = () => Promise.reject(new Error('no workers here'));

/** Like a worker that takes for ever. */
const slowWorker: ReadInWorker = (_file, progress, cancelled) =>
  new Promise((_resolve, reject) => {
    cancelled.addEventListener('abort', () => reject(cancelled.reason));
    progress(0.5);
  });

describe('a backup that is being read', () => {
  it.each([
    ['in a worker', slowWorker],
    ['by the page', noWorker],
  ])('%s is given up if the user cancels, and nothing is restored', async (_, reader) => {
    const file = await backupOfNotes();
    const here = await visit();
    const cancelling = new AbortController();
    const shares: number[] = [];
    const working = {
      progress: ({ share }: { readonly share: number }): void => {
        shares.push(share);
        if (share > 0) cancelling.abort();
      },
      yieldToPage: async (): Promise<void> => undefined,
    };
    expect(await restoreFrom(here, file, reader, working, cancelling.signal)).toBeNull();
    expect(Math.max(...shares)).toBeLessThan(1);
    expect(await here.phone.raw('journal')).toEqual([]);
  });

  it('by the page, because no worker starts, is restored', async () => {
    const file = await backupOfNotes();
    const here = await visit();
    const working = { progress: () => undefined, yieldToPage: async () => undefined };
    const restored = await restoreFrom(here, file, noWorker, working, new AbortController().signal);
    expect(restored).toMatchObject({ kind: 'imported', restored: { entries: 120 } });
  });
});
