/** How the sessions of a page get into the journal, even if the page is lost meanwhile. */

import { Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg, type Seconds } from '../../../../firmware-protocol/quantities.ts';
import type { Telemetry } from '../../../../firmware-protocol/telemetry.ts';
import { deflated, inflated } from '../../../../src/app/journal/deflate.ts';
import { JournalKeeper } from '../../../../src/app/journal/journal-keeper.ts';
import { SessionDrafts } from '../../../../src/app/journal/session-drafts.ts';
import { SessionJournal } from '../../../../src/app/journal/session-journal.ts';
import { VirtualClock } from '../../../../src/clock/virtual-clock.ts';
import { doseOf } from '../../../../src/journal/dose/session-dose.ts';
import type { SessionEntry } from '../../../../src/journal/entry.ts';
import { decodeTrace } from '../../../../src/journal/trace/codec.ts';
import type { Trace } from '../../../../src/journal/trace/trace.ts';
import { type StepOfPlan, stepOfPlan } from '../../../../src/plan/plan-id.ts';
import type { Moment } from '../../../../src/plan/time/wall-clock.ts';
import { trail } from '../../../../src/program/presets/trail.ts';
import { startingSettings } from '../../../../src/program/program.ts';
import type { Phase, SessionView } from '../../../../src/session/view.ts';
import { berlin, moment, race } from '../../journal/entries.ts';
import { bootsView, sessionView } from '../../session-view.ts';
import { type Device, device } from '../../store/tabs.ts';

const START = moment('2026-11-29T10:00');
const PERIOD = milliseconds(100);
/** How long the boots have been on at START, ms. */
const BOOTS_ON_FOR = 1_000_000;
const boots = bootsView({ simulated: false });

const step = stepOfPlan(race, { id: 'day0-boots', day: 0 });

/** A page whose session is made of views and packets that the test sends. @param late when the page opens, seconds after START */
async function page(phone: Device, late = 0) {
  const clock = new VirtualClock();
  const today = (): Moment => (START + late * 1000 + clock.now()) as Moment;
  const store = phone.tab();
  const keeper = await JournalKeeper.open({ store, now: today, zone: () => berlin, random: Math.random });
  const drafts = new SessionDrafts(store);
  const views = new Subject<SessionView>();
  const packets = new Subject<Telemetry>();
  let entered: ((entry: SessionEntry) => void) | undefined;
  const over = new Promise<SessionEntry>((resolve) => {
    entered = resolve;
  });
  const doses: number[] = [];
  const gone: (StepOfPlan | null)[] = [];
  const earlier: { readonly trace: Trace; readonly began: Seconds }[] = [];
  const journal = new SessionJournal({
    clock,
    today,
    keeper: Promise.resolve(keeper),
    drafts: Promise.resolve(drafts),
    deflate: deflated,
    stepOf: ({ id }) => (id === 'post-marathon' ? step : null),
    onContinued: (on) => gone.push(on),
    onEarlierTrace: (trace, began) => earlier.push({ trace, began }),
    onOver: (content) => doses.push(doseOf(content)),
    onEntered: (entry) => entered?.(entry),
  });
  const following = journal.follow(views, packets, () => PERIOD);
  const see = (phase: Phase, more: Partial<SessionView> = {}): void =>
    views.next(sessionView({ boots, link: 'connected', phase, ...more }));
  /** Sends ten samples, one second in all. */
  const measure = async (pressure: number): Promise<void> => {
    await clock.run(milliseconds(1000));
    packets.next({
      counter: 1,
      // The boots were switched on long before the page opened.
      clock: milliseconds(BOOTS_ON_FOR + late * 1000 + clock.now() - 900),
      pump: 0,
      targets: Array.from({ length: 10 }, () => mmhg(60)),
      samples: Array.from({ length: 10 }, () => ({
        pressures: Array.from({ length: 10 }, () => mmhg(pressure)),
        valves: [],
      })),
    } as unknown as Telemetry);
    see('running');
  };
  return {
    clock,
    keeper,
    drafts,
    doses,
    gone,
    earlier,
    flush: () => journal.flush(),
    see,
    measure,
    over,
    leave: () => following.unsubscribe(),
    today,
  };
}

/** What the journal's trace holds of the left foot. */
async function leftFoot(
  keeper: JournalKeeper,
  { id }: Pick<SessionEntry, 'id'>,
): Promise<readonly (number | null)[]> {
  const bytes = await keeper.trace(id);
  const trace = decodeTrace((bytes && (await inflated(bytes))) ?? new Uint8Array());
  return trace?.zones[0]?.measured ?? [];
}

/** Waits for IndexedDB, which answers a moment later. */
const settled = async <T>(look: () => Promise<T>, good: (found: T) => boolean): Promise<T> => {
  for (let tries = 0; tries < 200; tries++) {
    const found = await look();
    if (good(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('the database never had the expected rows');
};

describe('a session of the page', () => {
  it('is in the journal once it is over, with its trace, and no draft is left', async () => {
    const phone = device();
    const { see, measure, over, keeper, doses } = await page(phone);
    see('preparing');
    see('running');
    for (let second = 0; second < 40; second++) await measure(50);
    expect(doses).toEqual([]);
    see('ended', { ended: 'finished' });
    // The dose of 40 s at 50 mmHg is known at once.
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
    // So soon, another tab may still be writing the draft.
    expect(await second.drafts.enterLost(START + 60_000)).toBe(true);
    expect(await phone.raw('journal')).toEqual([]);
    expect(await second.drafts.enterLost(START + 90_001)).toBe(false);
    expect(await phone.raw('journal')).toMatchObject([
      { row: { kind: 'session', lasted: 30, ended: null, source: { kind: 'lost' } } },
    ]);
    const [entry] = second.keeper.state.value.journal.entries;
    if (entry === undefined) throw new Error('the journal has no entry');
    // With the trace as far as it was written.
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
    // The page learns what the earlier one recorded, and since when by the boots' clock.
    expect(again.earlier).toMatchObject([{ began: BOOTS_ON_FOR / 1000 }]);
    expect(again.earlier[0]?.trace.zones[9]?.measured.slice(1)).toEqual(Array(80).fill(50));
    again.see('ended', { ended: 'finished' });
    const entry = await again.over;
    const measured = await leftFoot(again.keeper, entry);
    // The last part was written as the page was closed; then nobody listened for 5 s.
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
    // The page learns from the draft that the session was for a step of the plan.
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

  it('that is cancelled before it begins is not entered', async () => {
    const phone = device();
    const { see } = await page(phone);
    see('preparing');
    see('stopping');
    see('idle');
    expect(await phone.raw('running')).toEqual([]);
  });
});

describe('deflated bytes', () => {
  it('are inflated to the original bytes', async () => {
    const bytes = new Uint8Array(100_000).map((_, at) => at % 7);
    const small = await deflated(bytes);
    expect(small.length).toBeLessThan(2000);
    expect(await inflated(small)).toEqual(bytes);
  });

  it('are refused if they are damaged, or would inflate without limit', async () => {
    expect(await inflated(new Uint8Array([1, 2, 3]))).toBeNull();
    expect(await inflated(await deflated(new Uint8Array(5 * 1024 * 1024)))).toBeNull();
  });
});
