/** How the sessions of a page get into the journal, even if the page is lost in the meantime. */

import { IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { inflated } from '../../../../src/app/journal/deflate.ts';
import { decodeTrace } from '../../../../src/journal/trace/codec.ts';
import { trail } from '../../../../src/program/presets/trail.ts';
import { startingSettings } from '../../../../src/program/program.ts';
import { device } from '../../store/tabs.ts';

import { BOOTS_ON_FOR, leftFoot, page, START, settled, step } from './recorded-page.ts';

describe('a session of the page', () => {
  it('is in the journal once it is over, with its trace, and no draft is left', async () => {
    const phone = device();
    const { see, measure, over, keeper, doses } = await page(phone);
    see('preparing');
    see('running');
    for (let second = 0; second < 40; second++) await measure(50);
    expect(doses).toEqual([]);
    see('ended', { ended: 'finished' });
    // The page knows the dose as soon as the session ends: 20 mmHg above 30, for 40 s, is 13.3 mmHg·min.
    expect(doses).toEqual([13.3]);
    const entry = await over;
    expect(entry).toMatchObject({ lasted: 40, measured: 40, ended: 'finished', at: START, step });
    expect(entry.zones[9]).toMatchObject({ side: 'right', part: 'thigh', peak: 50, above30: 40, dose: 13.3 });
    const bytes = await keeper.trace(entry.id);
    const trace = decodeTrace((bytes && (await inflated(bytes))) ?? new Uint8Array());
    expect(trace?.zones[0]?.measured).toHaveLength(81);
    expect(trace?.zones[0]?.measured.slice(1)).toEqual(Array(80).fill(50));
    expect(trace?.zones[0]?.targets.at(-1)).toBe(60);
    await settled(
      () => phone.raw('running'),
      (rows) => rows.length === 0,
    );
    expect(await phone.raw('journal')).toHaveLength(1);
  });

  it('is entered at the next visit if the page is lost during the session', async () => {
    const phone = device();
    const first = await page(phone);
    first.see('running');
    for (let second = 0; second < 40; second++) await first.measure(50);
    await settled(
      () => phone.raw('running'),
      (rows) => JSON.stringify(rows).includes('"lasted":30'),
    );
    first.leave();

    const second = await page(phone);
    // Another tab may still be writing this draft, so the session does not count as lost yet.
    expect(await second.drafts.enterLost(START + 60_000)).toBe(true);
    expect(await phone.raw('journal')).toEqual([]);
    expect(await second.drafts.enterLost(START + 90_001)).toBe(false);
    expect(await phone.raw('journal')).toMatchObject([
      { row: { kind: 'session', lasted: 30, ended: null, source: { kind: 'lost' } } },
    ]);
    const [entry] = second.keeper.state.value.journal.entries;
    if (entry === undefined) throw new Error('the journal has no entry');
    // The entry has the trace as far as the first page had written it.
    expect((await leftFoot(second.keeper, entry)).slice(1)).toEqual(Array(60).fill(50));
    expect(await phone.raw('running')).toEqual([]);
  });

  it('that continues after a reload is one entry', async () => {
    const phone = device();
    const first = await page(phone);
    first.see('running');
    for (let second = 0; second < 40; second++) await first.measure(50);
    await settled(
      () => phone.raw('running'),
      (rows) => JSON.stringify(rows).includes('"lasted":30'),
    );
    first.flush();
    await settled(
      () => phone.raw('running'),
      (rows) => JSON.stringify(rows).includes('"from":60,'),
    );
    first.leave();

    const again = await page(phone, 45);
    again.see('found', { settings: startingSettings(trail) });
    for (let second = 0; second < 20; second++) await again.measure(60);
    await settled(
      async () => again.earlier,
      ({ length }) => length > 0,
    );
    // The new page gets the trace that the first page recorded, and its beginning by the boots' clock, in seconds.
    expect(again.earlier).toMatchObject([{ began: BOOTS_ON_FOR / 1000 }]);
    expect(again.earlier[0]?.trace.zones[9]?.measured.slice(1)).toEqual(Array(80).fill(50));
    again.see('ended', { ended: 'finished' });
    const entry = await again.over;
    const measured = await leftFoot(again.keeper, entry);
    // The first page wrote the end of its part when it was closed. Then no page recorded for 5 s.
    expect(measured).toHaveLength(131);
    expect(measured.slice(1, 81)).toEqual(Array(80).fill(50));
    expect(measured.slice(81, 90)).toEqual(Array(9).fill(null));
    expect(measured.slice(91)).toEqual(Array(40).fill(60));
    expect(entry).toMatchObject({
      at: START,
      lasted: 65,
      measured: 60,
      step,
      ended: 'finished',
      source: { kind: 'followed' },
    });
    // The new page learns from the draft that the session was for a step of the plan.
    expect(again.gone).toEqual([step]);
    await settled(
      () => phone.raw('running'),
      (rows) => rows.length === 0,
    );
    expect(await phone.raw('journal')).toHaveLength(1);
  });

  it('that begins after a lost one is an entry of its own, however soon', async () => {
    const phone = device();
    const first = await page(phone);
    first.see('running');
    await settled(
      () => phone.raw('running'),
      (rows) => rows.length === 1,
    );
    first.leave();
    const again = await page(phone, 20);
    again.see('preparing');
    again.see('running');
    await again.measure(50);
    again.see('ended', { ended: 'finished' });
    expect(await again.over).toMatchObject({ lasted: 1 });
    expect(await phone.raw('running')).toHaveLength(1);
  });

  it('is never replaced by its draft', async () => {
    const phone = device();
    const { see, measure, over, drafts } = await page(phone);
    see('running');
    await measure(50);
    see('ended', { ended: 'finished' });
    const entry = await over;
    await drafts.write({ ...entry, ended: null, source: { kind: 'lost' } });
    await drafts.enterLost(START + 10 * 60_000);
    expect(await phone.raw('journal')).toMatchObject([{ row: { ended: 'finished' } }]);
    expect(await phone.raw('running')).toEqual([]);
  });

  it('whose draft has a time in the future is entered too', async () => {
    const phone = device();
    const { see, drafts } = await page(phone);
    see('running');
    await settled(
      () => phone.raw('running'),
      (rows) => rows.length === 1,
    );
    expect(await drafts.enterLost(START - 24 * 3600_000)).toBe(false);
    expect(await phone.raw('journal')).toHaveLength(1);
  });

  it.each(['later', 'at once'])(
    'for which there was no room stays erased if it is erased %s',
    async (when) => {
      const phone = device();
      const { see, measure, over, keeper, drafts } = await page(phone);
      see('running');
      for (let second = 0; second < 20; second++) await measure(50);
      await settled(
        () => phone.raw('running'),
        (rows) => JSON.stringify(rows).includes('trace-draft'),
      );
      const { put } = IDBObjectStore.prototype;
      const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
        this: IDBObjectStore,
        ...args
      ) {
        if (this.name !== 'running') throw new DOMException('the disk is full', 'QuotaExceededError');
        return put.apply(this, args);
      });
      see('ended', { ended: 'finished' });
      const entry = await over;
      const isWritten = () =>
        settled(
          () => phone.raw('running'),
          (rows) => JSON.stringify(rows).includes('"lasted":20'),
        );
      if (when !== 'at once') await isWritten();
      expect(keeper.state.value.journal.entries).toMatchObject([{ id: entry.id, ended: 'finished' }]);
      await keeper.erase(entry);
      full.mockRestore();
      await settled(
        () => phone.raw('running'),
        (rows) => rows.length === 0,
      );
      await drafts.enterLost(START + 10 * 60_000);
      expect(await phone.raw('journal')).toEqual([]);
      expect(keeper.state.value.journal.entries).toEqual([]);
    },
  );

  it('that is cancelled before it begins is not entered', async () => {
    const phone = device();
    const { see } = await page(phone);
    see('preparing');
    see('stopping');
    see('idle');
    expect(await phone.raw('running')).toEqual([]);
  });
});
