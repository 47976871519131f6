/** A backup of one device is restored on another: everything that people have made arrives, once, or nothing is changed. */

import { readFileSync } from 'node:fs';
import { IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { gatherBackup } from '../../../../src/app/backup/gather-backup.ts';
import { restoreBackup } from '../../../../src/app/backup/restore-backup.ts';
import { draftsValue } from '../../../../src/app/device-storage/editor-drafts.ts';
import { favouritesValue } from '../../../../src/app/device-storage/favourites.ts';
import { programRows } from '../../../../src/app/device-storage/program-rows.ts';
import { saveBackup } from '../../../../src/app/journal/journal-files.ts';
import { hasPlan } from '../../../../src/app/plan/has-plan.ts';
import type { JournalFile } from '../../../../src/journal/document.ts';
import { journalText } from '../../../../src/journal/document.ts';
import { locksIn } from '../../../../src/journal/reports.ts';
import { planRows } from '../../../../src/plan/stored.ts';
import type { CalendarDay } from '../../../../src/plan/time/wall-clock.ts';
import { trail } from '../../../../src/program/presets/trail.ts';
import { journalWords } from '../../../../src/words/journal/journal-in-use.ts';
import { ben, berlin, moment, session } from '../../journal/entries.ts';
import { requestFor } from '../../plan/request-for.ts';
import { shaped } from '../../program/altered.ts';
import { device } from '../../store/tabs.ts';
import { backedUp, kept, marathon, named, ownProgram, read, restored, textOf, visit } from './devices.ts';

describe('a backup', () => {
  it('restores everything on a device that nobody has used yet', async () => {
    const { text, before, entries } = await backedUp();
    const laptop = await visit();
    expect(await restored(laptop, text)).toEqual({
      kind: 'restored',
      restored: { entries: 4, plans: 1, programs: 2, settings: 6 },
      known: 0,
      otherPlans: 0,
    });

    // At the next visit, the page takes the user to be Anna, without asking.
    const next = await visit(laptop.phone, laptop.texts);
    const { journal, people, deviceState } = next.keeper.state.value;
    expect(people.map(({ name }) => name).sort()).toEqual(['Anna', 'Ben']);
    const anna = named(next.keeper, 'Anna');
    expect(deviceState.person).toBe(anna);
    expect(journal.entries).toEqual(
      entries.map((entry) => ({ ...entry, person: entry.person === ben ? ben : anna })),
    );
    const own = journal.entries.filter(({ person }) => person === anna);
    expect(locksIn(own, moment('2026-11-30T12:00'), berlin).map(({ sign }) => sign)).toEqual(['tingling']);
    const now = await kept(next);
    expect(now.traces).toEqual(before.traces);
    expect(now.programs).toEqual(before.programs);
    expect(now.settings).toEqual(before.settings);
    expect(now.plans).toEqual(before.plans.map(({ row }) => ({ key: anna, row })));
    const { 'heartward.session-over': _, ...texts } = before.texts;
    expect(now.texts).toEqual({ ...texts, 'heartward.plan': 'there' });
    expect(hasPlan(next.local)).toBe(true);
  });

  it('restores a program that an earlier version stored, and that breaks a rule of this one', async () => {
    const of = await visit();
    const { id } = ownProgram('Old');
    await of.store.table(programRows).put(id, { ...shaped(trail, { foot: { enabled: false } }), id });
    const text = await textOf(of);
    of.keeper.close();
    of.store.close();
    const laptop = await visit();
    expect(await restored(laptop, text)).toMatchObject({ kind: 'restored', restored: { programs: 1 } });
    expect((await kept(laptop)).programs).toHaveLength(1);
  });

  it('says how many rows it leaves out because this page cannot read them, of every table; they stay where they are', async () => {
    const phone = device();
    const of = await visit(phone);
    expect((await gatherBackup(of)).leftOut).toBe(0);
    of.keeper.close();
    const row = { version: 99, row: {}, keptAt: 0 };
    const tables = ['journal', 'people', 'traces', 'plans', 'programs'] as const;
    for (const table of tables) await phone.write(table, { ...row, key: 'from-tomorrow' });
    await phone.write('settings', { ...row, key: favouritesValue.key });
    const later = await visit(phone);
    const { leftOut, backup } = await gatherBackup(later);
    expect(leftOut).toBe(6);
    expect(JSON.stringify(backup)).not.toContain('from-tomorrow');
    for (const table of tables)
      expect(await phone.raw(table)).toContainEqual(
        expect.objectContaining({ key: 'from-tomorrow', version: 99 }),
      );

    const saved: string[] = [];
    const working = { progress: () => undefined, yieldToPage: async () => undefined };
    const outcome = await saveBackup(later, '2026-12-01' as CalendarDay, (file) => saved.push(file), working);
    expect(saved).toEqual(['heartward-backup-2026-12-01.json']);
    expect(journalWords().page.outcome(outcome).advice.join(' ')).toContain(
      '6 things that this page cannot read',
    );
  });

  it('changes nothing if it is restored twice, or on the device where it was made', async () => {
    const { phone, texts, text, before } = await backedUp();
    const nothing = { entries: 0, plans: 0, programs: 0, settings: 0 };
    const same = await visit(phone, texts);
    expect(await restored(same, text)).toMatchObject({ restored: nothing, known: 4, otherPlans: 0 });
    expect(await kept(same)).toEqual(before);
    same.keeper.close();
    same.store.close();

    const laptop = await visit();
    await restored(laptop, text);
    const once = await kept(laptop);
    const again = await visit(laptop.phone, laptop.texts);
    expect(await restored(again, text)).toMatchObject({ restored: nothing, known: 4, otherPlans: 0 });
    expect(await kept(again)).toEqual(once);
    const { journal } = JSON.parse(await textOf(again));
    expect(journal.entries).toHaveLength(4);
  });

  it('leaves the plan and the settings of the device as they are, and merges its lists', async () => {
    const { text } = await backedUp();
    const tablet = await visit();
    const { keeper, store, texts } = tablet;
    const me = keeper.state.value.deviceState.person;
    await keeper.keepPerson({ id: me, name: 'Anna' });
    await keeper.note({ kind: 'note', text: 'Here', of: null });
    const flight = { ...marathon, request: requestFor('flight') };
    await store.table(planRows).put(me, flight);
    await store.value(favouritesValue).put({ favourites: ['ultra'], recent: ['ultra', 'trail'] });
    await store.value(draftsValue).put([{ at: 'new', draft: { ...trail, name: 'Mine' } }]);
    await store.table(programRows).put(ownProgram('First').id, ownProgram('First'));
    texts['heartward.theme'] = 'light';
    const fresh = await visit(tablet.phone, texts);
    expect(await restored(fresh, text)).toMatchObject({
      restored: { entries: 4, plans: 0, programs: 1 },
      otherPlans: 1,
    });
    expect(await store.table(planRows).get(me)).toMatchObject({ row: flight });
    expect(await store.value(favouritesValue).get()).toMatchObject({
      row: { favourites: ['ultra', 'trail'], recent: ['ultra', 'trail', 'wave'] },
    });
    expect(await store.value(draftsValue).get()).toMatchObject({ row: [{ draft: { name: 'Mine' } }] });
    expect(texts).toMatchObject({ 'heartward.theme': 'light', 'heartward.limits': expect.any(String) });
  });

  it('does not turn the person who uses the device into a person of the backup', async () => {
    const { text } = await backedUp();
    const tablet = await visit();
    await tablet.keeper.note({ kind: 'note', text: 'Of somebody', of: null });
    const next = await visit(tablet.phone);
    await restored(next, text);
    const after = await visit(tablet.phone);
    expect(after.keeper.state.value.people.map(({ name }) => name).sort()).toEqual(['', 'Anna', 'Ben']);
  });

  it('restores nothing if storage becomes full at any of its rows', async () => {
    const { text } = await backedUp();
    const laptop = await visit();
    const before = await kept(laptop);
    const { put } = IDBObjectStore.prototype;
    let writes = 0;
    for (let room = 0; ; room++) {
      let left = room;
      vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: never, ...row: unknown[]) {
        if (left-- <= 0) throw new DOMException('the disk is full', 'QuotaExceededError');
        return put.apply(this, row as never);
      } as never);
      const found = await restored(laptop, text);
      vi.restoreAllMocks();
      writes = room;
      if (found.kind === 'restored') break;
      expect(found).toEqual({ kind: 'storageFull' });
      expect(await kept(laptop)).toEqual(before);
    }
    // Two people (one is new, one gets a name), four entries, a trace, a plan, two programs and four settings:
    // 2 + 4 + 1 + 1 + 2 + 4.
    expect(writes).toBe(14);
  });

  it('reports growing progress for each row, which ends at 1', async () => {
    const found = await read((await backedUp()).text);
    if (!found.ok) throw new Error('refused');
    const shares: number[] = [];
    await restoreBackup(await visit(), found.backup, (share) => shares.push(share));
    expect(shares).toHaveLength(14);
    expect(shares.at(-1)).toBe(1);
    expect(shares.toSorted((one, other) => one - other)).toEqual(shares);
  });

  it('restores nothing if an error that is not about storage ends the transaction', async () => {
    const found = await read((await backedUp()).text);
    const laptop = await visit();
    if (!found.ok) throw new Error('refused');
    const entries = [
      ...found.backup.journal.entries,
      { ...session('2026-11-30T19:00'), lasted: (() => 1) as never },
    ];
    const before = await kept(laptop);
    const broken = { ...found.backup, journal: { ...found.backup.journal, entries } };
    await expect(restoreBackup(laptop, broken)).rejects.toThrow();
    expect(await kept(laptop)).toEqual(before);
  });
});

describe('an older backup, which holds only a journal', () => {
  const old = readFileSync(new URL('../../journal/fixtures/journal-v1.json', import.meta.url), 'utf8');

  it('restores the journal, and adds nothing the second time', async () => {
    const laptop = await visit();
    expect(await restored(laptop, old)).toMatchObject({
      restored: { entries: 12, plans: 0, programs: 0, settings: 0 },
      known: 0,
    });
    const next = await visit(laptop.phone);
    expect(next.keeper.state.value.people.map(({ name }) => name).sort()).toEqual(['', 'Anna', 'Ben']);
    expect((await next.phone.raw('traces')).length).toBe(1);
    expect(await restored(next, old)).toMatchObject({ restored: { entries: 0 }, known: 12 });
  });

  it('becomes the journal of the person who uses the device, if it has one person and nobody has used the device yet', async () => {
    const run = session('2026-11-28T10:00');
    const file: JournalFile = {
      people: [{ id: run.person, name: 'Anna' }],
      entries: [run],
      traces: new Map([[run.id, new Uint8Array([1, 2, 3])]]),
    };
    const laptop = await visit();
    await restored(laptop, (await journalText(file)).join(''));
    const next = await visit(laptop.phone);
    expect(next.keeper.state.value.people.map(({ name }) => name)).toEqual(['Anna']);
    const back = await next.keeper.file();
    expect(back.entries).toEqual([{ ...run, person: next.keeper.state.value.deviceState.person }]);
    expect([...back.traces]).toEqual([[run.id, new Uint8Array([1, 2, 3])]]);
  });
});
