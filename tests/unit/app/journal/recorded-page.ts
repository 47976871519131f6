/** A page that records a session into a journal, for tests. The test makes the session's views and packets. */

import { Subject } from 'rxjs';
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
import type { Phase, SessionView } from '../../../../src/session/view.ts';
import { berlin, moment, race } from '../../journal/entries.ts';
import { bootsView, sessionView } from '../../session-view.ts';
import type { Device } from '../../store/tabs.ts';

export const START = moment('2026-11-29T10:00');
const PERIOD = milliseconds(100);
/** The boots' clock at START, ms. The boots were switched on long before. */
export const BOOTS_ON_FOR = 1_000_000;
const boots = bootsView({ simulated: false });

export const step = stepOfPlan(race, { id: 'day0-boots', day: 0 });

/** @param late when the page opens, seconds after START */
export async function page(phone: Device, late = 0) {
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
  /** Sends ten samples, which last one second together. */
  const measure = async (pressure: number): Promise<void> => {
    await clock.run(milliseconds(1000));
    packets.next({
      counter: 1,
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

/** Pressures of the left foot in the trace of this entry, one each half second; null = not measured. */
export async function leftFoot(
  keeper: JournalKeeper,
  { id }: Pick<SessionEntry, 'id'>,
): Promise<readonly (number | null)[]> {
  const bytes = await keeper.trace(id);
  const trace = decodeTrace((bytes && (await inflated(bytes))) ?? new Uint8Array());
  return trace?.zones[0]?.measured ?? [];
}

/** Calls `look`, up to 200 times, until `good` accepts what it finds. @returns what `look` found then */
export const settled = async <T>(look: () => Promise<T>, good: (found: T) => boolean): Promise<T> => {
  for (let tries = 0; tries < 200; tries++) {
    const found = await look();
    if (good(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('the database never had the expected rows');
};
