/** No page has seen the end of a session. The journal gets it from the boots' record, through the whole stack. */

import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { deflated } from '../../../src/app/journal/deflate.ts';
import { JournalKeeper } from '../../../src/app/journal/journal-keeper.ts';
import { LostSessions } from '../../../src/app/journal/lost-sessions.ts';
import { SessionDrafts } from '../../../src/app/journal/session-drafts.ts';
import { SessionJournal } from '../../../src/app/journal/session-journal.ts';
import type { SessionEntry } from '../../../src/journal/entry.ts';
import type { Moment } from '../../../src/plan/time/wall-clock.ts';
import { berlin } from '../../unit/journal/entries.ts';
import { device } from '../../unit/store/tabs.ts';
import { NOON, type Page, Pages } from './pages.ts';

/**
 * Collects from now on each zone's highest true pressure, mmHg, and its dose above 30 mmHg, mmHg·min. Left leg
 * first.
 */
function truthOf({ boots }: Pages): { readonly peaks: number[]; readonly doses: number[] } {
  const peaks: number[] = [];
  const doses: number[] = [];
  boots.forEach((one, boot) => {
    one.observe((_, plant) => {
      for (let zone = 0; zone < plant.zones; zone++) {
        const at = boot * plant.zones + zone;
        const pressure = plant.pressure(zone);
        peaks[at] = Math.max(peaks[at] ?? 0, pressure);
        doses[at] = (doses[at] ?? 0) + (Math.max(0, pressure - 30) * 0.02) / 60;
      }
    });
  });
  return { peaks, doses };
}

async function leftAlone(pages: Pages): Promise<void> {
  const before = await pages.running(4);
  before.kill();
  const ended = (): boolean =>
    pages.boots.every(({ peripheral }) => peripheral.targets.every((target) => target === 'vent')) &&
    pages.status().therapy === 'stopped';
  expect(await pages.until(ended, 900)).toBe(true);
  await pages.pass(30);
}

const recordsOf = async (pages: Pages, page: Page) => {
  const asked = page.session.records();
  await pages.pass(10);
  return asked;
};

describe('of a session on a pair that no page saw end', () => {
  it('the boots report how it ended, how long it was, and the pressures of each zone of both legs', async () => {
    const pages = new Pages('pair');
    const truth = truthOf(pages);
    await leftAlone(pages);
    const page = pages.open();
    await pages.connected(page);
    const records = await recordsOf(pages, page);
    expect(records).toHaveLength(1);
    const [record] = records ?? [];
    expect(record).toMatchObject({ endReason: 'finished', fault: null, program: 'Post-marathon' });
    expect(record?.lasted).toBeGreaterThan(200);
    expect(record?.zones).toHaveLength(10);
    expect(record?.began).toBeGreaterThan(NOON / 1000);
    record?.zones.forEach(({ peak, dose }, zone) => {
      // A gauge may be wrong by 2 mmHg, and its filter hides a part of a short movement.
      expect(Math.abs((peak ?? 0) - (truth.peaks[zone] ?? 0))).toBeLessThan(4);
      expect(Math.abs((dose ?? 0) - (truth.doses[zone] ?? 0))).toBeLessThan(3);
    });
    expect(Math.max(...truth.doses)).toBeGreaterThan(10);
  });
});

async function journalOn(pages: Pages, phone: ReturnType<typeof device>) {
  const today = (): Moment => pages.today as Moment;
  const store = phone.tab();
  const keeper = await JournalKeeper.open({ store, now: today, zone: () => berlin, random: Math.random });
  const drafts = new SessionDrafts(store);
  const entering = (page: Page) =>
    new SessionJournal({
      clock: pages.clock,
      today,
      keeper: Promise.resolve(keeper),
      drafts: Promise.resolve(drafts),
      deflate: deflated,
    }).follow(
      page.session.view,
      page.session.telemetry,
      () => page.session.glance.boots?.feature.samplePeriod ?? null,
    );
  const completed: SessionEntry[] = [];
  const lostOf = (page: Page) =>
    new LostSessions({
      keeper,
      drafts,
      records: page.session.records,
      completed: (entry) => completed.push(entry),
    });
  const sessions = (): readonly SessionEntry[] =>
    keeper.state.value.journal.entries.filter((entry) => entry.kind === 'session');
  return { drafts, entering, lostOf, sessions, completed };
}

/** Lets real time pass for the storage and virtual time for the boots, until `met` is true. */
async function both(pages: Pages, met: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1500 && !(await met()); tries++) {
    await pages.pass(0.02);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  expect(await met()).toBe(true);
}

describe('the journal', () => {
  it('completes a session that its page lost from the boots’ record, once', async () => {
    const pages = new Pages('pair');
    const phone = device();
    const first = await journalOn(pages, phone);
    const before = pages.open();
    const following = first.entering(before);
    await pages.connected(before);
    before.session.setMinutes(4);
    before.session.start();
    expect(await pages.until(() => pages.highest > 40, 180)).toBe(true);
    await pages.pass(20);
    await both(pages, async () => (await first.drafts.all()).some(({ lasted }) => lasted >= 15));
    following.unsubscribe();
    before.kill();
    await pages.pass(60);
    for (const { peripheral } of pages.boots) peripheral.pressButton();
    await pages.pass(20);

    const later = await journalOn(pages, phone);
    await later.drafts.enterLost(pages.today);
    await both(pages, () => later.sessions().length === 1);
    const [lost] = later.sessions();
    expect(lost).toMatchObject({ ended: null, source: { kind: 'lost' } });
    const page = pages.open();
    const following2 = [later.entering(page), later.lostOf(page).follow(page.session.view)];
    await pages.connected(page);
    await both(pages, () => later.sessions()[0]?.ended === 'stoppedAtBoots');
    const [completed, ...more] = later.sessions();
    expect(more).toEqual([]);
    expect(completed).toMatchObject({
      id: lost?.id,
      at: lost?.at,
      source: { kind: 'boots', record: 1, bootCount: 1 },
    });
    await both(pages, () => later.completed.length > 0);
    expect(later.completed).toEqual([completed]);
    expect(completed?.lasted).toBeGreaterThan((lost?.lasted ?? 0) + 50);
    const doses = (entry: SessionEntry | undefined) => entry?.zones.map(({ dose }) => dose) ?? [];
    expect(
      Math.min(...doses(completed).map((dose, zone) => dose - (doses(lost)[zone] ?? 0))),
    ).toBeGreaterThanOrEqual(0);
    expect(Math.max(...doses(completed))).toBeGreaterThan(1.5 * Math.max(...doses(lost)));

    // The same page runs another session and sees its end, so the boots' record of it adds nothing to the journal.
    await pages.pass(5);
    page.session.start();
    expect(await pages.until(() => pages.highest > 40, 180)).toBe(true);
    page.session.stop();
    await pages.pass(20);
    await both(pages, () => later.sessions().length === 2);
    for (const one of following2) one.unsubscribe();
    page.session.disconnect();
    const again = pages.open();
    await pages.connected(again);
    const { boots } = await firstValueFrom(again.session.view);
    if (boots === null) throw new Error('no boots');
    let isComplete = false;
    void later
      .lostOf(again)
      .complete(boots)
      .then(() => {
        isComplete = true;
      });
    await both(pages, () => isComplete);
    expect(later.completed).toHaveLength(1);
    expect(later.sessions().map(({ source, ended }) => [source.kind, ended])).toEqual([
      ['boots', 'stoppedAtBoots'],
      ['followed', 'stoppedByController'],
    ]);
  });
});
