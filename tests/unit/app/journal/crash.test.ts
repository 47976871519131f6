/** The page crashes in the middle of what it writes about a session, at each write in turn. */

import { IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { SessionDrafts } from '../../../../src/app/journal/session-drafts.ts';
import type { EntryId } from '../../../../src/journal/entry.ts';
import { traceRows } from '../../../../src/journal/stored.ts';
import { session } from '../../journal/entries.ts';
import { type Device, device } from '../../store/tabs.ts';
import { page, START, settled } from './recorded-page.ts';

const lost = START + 10 * 60_000;

/** Lets the database do only so many more writes, until the returned function is called. @returns how many were asked for */
function crashAfter(writes: number): () => number {
  const { put, delete: remove } = IDBObjectStore.prototype;
  let asked = 0;
  const counted = <A extends unknown[], R>(work: (this: IDBObjectStore, ...args: A) => R) =>
    function (this: IDBObjectStore, ...args: A): R {
      asked += 1;
      if (asked > writes) throw new DOMException('The page is gone', 'UnknownError');
      return work.apply(this, args);
    };
  IDBObjectStore.prototype.put = counted(put);
  IDBObjectStore.prototype.delete = counted(remove);
  const end = (): number => {
    Object.assign(IDBObjectStore.prototype, { put, delete: remove });
    return asked;
  };
  onTestFinished(() => void end());
  return end;
}

async function recordedUntilEnd(phone: Device) {
  const first = await page(phone);
  first.see('running');
  for (let second = 0; second < 40; second++) await first.measure(50);
  await settled(
    () => phone.raw('running'),
    (rows) => JSON.stringify(rows).includes('"lasted":30') && JSON.stringify(rows).includes('trace-draft'),
  );
  return first;
}

const traceIds = async (phone: Device): Promise<readonly string[]> => {
  const read = await phone.tab().table(traceRows).read();
  return read.kind === 'read' ? read.rows.map(({ key }) => key) : [];
};

/** One entry, one trace of the same session, and nothing else. */
async function expectWhole(phone: Device): Promise<void> {
  const entries = (await phone.raw('journal')) as readonly { readonly row: { readonly id: string } }[];
  expect(entries).toHaveLength(1);
  expect(await traceIds(phone)).toEqual(entries.map(({ row }) => row.id));
  expect(await phone.raw('running')).toEqual([]);
}

/** Resolves once the page has dropped the draft of the ended session or stored it again, or has failed to. */
const lastWrite = ({ drafts }: { readonly drafts: SessionDrafts }): Promise<void> =>
  new Promise((resolve) => {
    const drop = drafts.drop.bind(drafts);
    const write = drafts.write.bind(drafts);
    vi.spyOn(drafts, 'drop').mockImplementation((entry) => drop(entry).finally(resolve));
    vi.spyOn(drafts, 'write').mockImplementation((entry) =>
      write(entry).finally(() => entry.ended !== null && resolve()),
    );
  });

/** Runs `work` without a crash, then with one after 0, 1, 2, … writes. @param least how many writes `work` makes at least */
async function atEachWrite(least: number, work: (writes: number) => Promise<number>): Promise<void> {
  const all = await work(Number.POSITIVE_INFINITY);
  expect(all).toBeGreaterThanOrEqual(least);
  for (let writes = 0; writes < all; writes++) await work(writes);
}

describe('a crash leaves a session and its trace in the journal, both once,', () => {
  it('while the session is stored at its end', async () => {
    await atEachWrite(5, async (writes) => {
      const phone = device();
      const first = await recordedUntilEnd(phone);
      const crash = crashAfter(writes);
      const written = lastWrite(first);
      first.see('ended', { ended: 'finished' });
      await written;
      first.leave();
      const asked = crash();
      await (await page(phone)).drafts.enterLost(lost);
      await expectWhole(phone);
      return asked;
    });
  });

  it('while the next visit stores a session that was lost', async () => {
    await atEachWrite(5, async (writes) => {
      const phone = device();
      (await recordedUntilEnd(phone)).leave();
      const second = await page(phone);
      const crash = crashAfter(writes);
      await second.drafts.enterLost(lost);
      const asked = crash();
      await (await page(phone)).drafts.enterLost(lost);
      await expectWhole(phone);
      return asked;
    });
  });

  it('or in neither while it is erased', async () => {
    await atEachWrite(3, async (writes) => {
      const phone = device();
      const { keeper } = await page(phone);
      const run = session('2026-11-28T10:00', {}, { id: 'session00000' as EntryId });
      await keeper.keepSession(run, new Uint8Array([1]));
      const crash = crashAfter(writes);
      await keeper.erase(run).catch(() => undefined);
      const asked = crash();
      const left = (await phone.raw('journal')).length;
      expect(await traceIds(phone)).toHaveLength(left);
      return asked;
    });
  });
});
