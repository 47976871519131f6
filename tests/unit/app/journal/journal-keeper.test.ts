/** The journal on one device, across visits, tabs, crashes and failures of storage. */

import { filter, firstValueFrom } from 'rxjs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { JournalKeeper, type JournalState } from '../../../../src/app/journal/journal-keeper.ts';
import type { EntryContent } from '../../../../src/journal/entry.ts';
import type { Store } from '../../../../src/store/store.ts';
import { openStore } from '../../../../src/store/store.ts';
import { berlin, moment, session } from '../../journal/entries.ts';
import { type Device, device } from '../../store/tabs.ts';

const note = (text: string): EntryContent => ({ kind: 'note', text, of: null });
const now = moment('2026-11-29T10:00');

let seed = 1;
const random = (): number => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed / 2_147_483_647;
};

async function keeperOver(store: Store): Promise<JournalKeeper> {
  const keeper = await JournalKeeper.open({ store, now: () => now, zone: () => berlin, random });
  onTestFinished(() => keeper.close());
  return keeper;
}
const visit = (phone: Device): Promise<JournalKeeper> => keeperOver(phone.tab());

/** Waits until the keeper's state meets a condition. The store reports a write only after a moment, to this tab and to others. */
const shows = (keeper: JournalKeeper, what: (state: JournalState) => boolean): Promise<JournalState> =>
  firstValueFrom(keeper.state.pipe(filter(what)));
const texts = ({ journal }: JournalState): readonly string[] =>
  journal.entries.flatMap((entry) => (entry.kind === 'note' ? [entry.text] : []));

describe('a journal on a device', () => {
  it('is there at the next visit, for the same person and device', async () => {
    const phone = device();
    const first = await visit(phone);
    const one = await first.note(note('one'));
    await shows(first, (state) => texts(state).join() === 'one');
    const { state } = await visit(phone);
    expect(texts(state.value)).toEqual(['one']);
    expect(state.value.deviceState).toMatchObject({ device: one.device, person: one.person });
    expect(state.value.people).toEqual([{ id: one.person, name: '' }]);
  });

  it('gives entries of two tabs different sequence numbers', async () => {
    const phone = device();
    const [one, other] = [await visit(phone), await visit(phone)];
    const noted = await Promise.all([one, other, one, other].map((tab, at) => tab.note(note(`${at}`))));
    expect(new Set(noted.map(({ order }) => order)).size).toBe(4);
    expect(new Set(noted.map((entry) => entry.device)).size).toBe(1);
    for (const tab of [one, other])
      expect(texts(await shows(tab, (state) => texts(state).length === 4))).toHaveLength(4);
  });

  it('tells two people apart by name, and finds a known person by name', async () => {
    const keeper = await visit(device());
    const [first] = keeper.state.value.people;
    if (!first) throw new Error('nobody uses the device');
    await keeper.keepPerson({ ...first, name: 'Anna' });
    await keeper.usedByName(' Ben ');
    const bens = await keeper.note(note('of Ben'));
    await shows(keeper, ({ people }) => people.length === 2);
    await keeper.usedByName('anna');
    const annas = await keeper.note(note('of Anna'));
    expect(annas.person).toBe(first.id);
    expect(bens.person).not.toBe(first.id);
    const { people } = await shows(keeper, (state) => texts(state).length === 2);
    expect(people.map(({ name }) => name).sort()).toEqual(['Anna', 'Ben']);
  });

  it('erases one entry with its trace', async () => {
    const phone = device();
    const keeper = await visit(phone);
    const run = session('2026-11-28T10:00');
    await keeper.keepSession(run, new Uint8Array([1]));
    await shows(keeper, ({ journal }) => journal.byId.has(run.id));
    await keeper.erase(run);
    await shows(keeper, ({ journal }) => !journal.byId.has(run.id));
    expect(await keeper.trace(run.id)).toBeNull();
    expect(await phone.raw('traces')).toEqual([]);
  });

  it('counts rows that it cannot read, and leaves them there', async () => {
    const phone = device();
    await phone.write('journal', { key: 'x', version: 99, keptAt: 1, row: 'later' });
    const keeper = await visit(phone);
    expect(keeper.state.value.unreadable).toBe(1);
    expect(await phone.raw('journal')).toHaveLength(1);
  });

  it('without storage lasts as long as the page, and the state says so', async () => {
    const keeper = await keeperOver(openStore({ indexedDB: undefined, IDBKeyRange: undefined }, () => now));
    await keeper.note(note('one'));
    await keeper.usedByName('Ben');
    await keeper.note(note('two'));
    const value = await shows(keeper, (state) => texts(state).length === 2);
    expect(texts(value)).toEqual(['one', 'two']);
    expect(value.memoryOnly).toBe('noStorage');
    expect(value.people.map(({ name }) => name)).toContain('Ben');
  });
});
