/**
 * Runs in the page: fills the store with five years of sessions, then times how long the journal takes to open
 * from the store.
 */

import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { deflated } from '../../../src/app/journal/deflate.ts';
import { JournalKeeper } from '../../../src/app/journal/journal-keeper.ts';
import type { DeviceId, Entry, EntryId, PersonId } from '../../../src/journal/entry.ts';
import { clockDoubts } from '../../../src/journal/journal.ts';
import { entryKey, entryRows, traceRows } from '../../../src/journal/stored.ts';
import { encodeTrace } from '../../../src/journal/trace/codec.ts';
import { TraceGathering } from '../../../src/journal/trace/gather.ts';
import type { Moment, TimeZone } from '../../../src/plan/time/wall-clock.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import type { JournalView } from '../../../src/ui/journal/journal-view.ts';
import '../../../src/ui/places/journal/register-journal.ts';

declare global {
  interface Window {
    /** @returns the number of sessions in the store */
    fill(): Promise<number>;
    /** Opens the journal at this path. @returns ms until it is drawn */
    time(path: readonly string[]): Promise<number>;
  }
}

const DAYS = 5 * 365;
const DAY = 24 * 3600_000;
const NOW = Date.UTC(2026, 10, 29, 12) as Moment;
const ZONE = 'Europe/Berlin' as TimeZone;
const PERSON = 'person000000' as PersonId;
const DEVICE = 'device000000' as DeviceId;
const parts = ['foot', 'ankle', 'calf', 'knee', 'thigh'] as const;
const zones = (['left', 'right'] as const).flatMap((side) => parts.map((part) => ({ side, part })));

function traceOf(day: number) {
  const gathering = new TraceGathering(zones);
  for (let at = 0; at < 3600; at++) {
    const wave = zones.map((_, zone) => Math.max(0, 55 * Math.sin((at + day) / 9 - zone / 2)));
    gathering.add(
      at * 500,
      wave.map((pressure) => mmhg(pressure)),
      wave.map((pressure) => mmhg(Math.round(pressure / 10) * 10)),
    );
  }
  const { trace } = gathering;
  if (trace === null) throw new Error('nothing gathered');
  return deflated(encodeTrace(trace));
}

function entriesOf(day: number): readonly Entry[] {
  const noted = (order: number) => ({
    id: `e${String(day * 4 + order).padStart(11, '0')}` as EntryId,
    person: PERSON,
    device: DEVICE,
    order: day * 4 + order,
    at: (NOW - (DAYS - day) * DAY + order * 3600_000) as Moment,
    zone: ZONE,
  });
  return [
    {
      ...noted(0),
      kind: 'soreness',
      when: 'morning',
      scores: { calf: day % 8, quadriceps: day % 5 },
      of: null,
    },
    { ...noted(1), kind: 'readiness', score: 10 - (day % 8) },
    {
      ...noted(2),
      kind: 'session',
      simulated: false,
      program: { id: 'post-marathon', name: 'Post-marathon' },
      intensity: mmhg(55),
      minutes: 30,
      zonesSet: null,
      changes: [],
      lasted: seconds(1800),
      measured: seconds(1795),
      zones: zones.map((zone, at) => ({
        ...zone,
        peak: mmhg(55),
        mean: mmhg(27),
        above30: seconds(800),
        dose: 250 + ((day + at) % 60),
      })),
      alarms: [],
      ended: 'finished',
      source: { kind: 'followed' },
      step: null,
    },
    { ...noted(3), kind: 'soreness', when: 'after', scores: { legs: day % 6 }, of: null },
  ];
}

const open = (): Store => openStore({ indexedDB, IDBKeyRange }, () => NOW);

window.fill = async () => {
  const store = open();
  const traces = await Promise.all([0, 1, 2, 3, 4, 5, 6].map(traceOf));
  const rows = Array.from({ length: DAYS }, (_, day) => entriesOf(day)).flat();
  await store.table(entryRows).putAll(rows.map((entry) => [entryKey(entry), entry] as const));
  const sessions = rows.filter(({ kind }) => kind === 'session');
  await store
    .table(traceRows)
    .putAll(sessions.map(({ id }, at) => [id, traces[at % traces.length] ?? new Uint8Array([0])] as const));
  store.close();
  return sessions.length;
};

window.time = async (path) => {
  const store = open();
  const began = performance.now();
  const keeper = await JournalKeeper.open({ store, now: () => NOW, zone: () => ZONE, random: () => 0.5 });
  const { journal, people, unreadable, memoryOnly } = keeper.state.value;
  const view: JournalView = {
    entries: journal.entries,
    total: journal.entries.length,
    people,
    person: PERSON,
    zone: ZONE,
    now: NOW,
    doubts: clockDoubts(journal, NOW),
    unreadable,
    memoryOnly,
    persisted: 'unknown',
    outcome: null,
    isBusy: false,
    progress: null,
    isSession: false,
    trace: () => 'none',
  };
  const element = document.createElement('heartward-journal');
  element.view = view;
  element.path = path;
  document.body.replaceChildren(element);
  await element.updateComplete;
  const inside = element.renderRoot.querySelector('heartward-trends');
  if (inside) {
    await inside.updateComplete;
    // The last of the buttons chooses the whole journal.
    [...inside.renderRoot.querySelectorAll<HTMLInputElement>('[name="range"]')].at(-1)?.click();
    await inside.updateComplete;
  }
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  const lasted = performance.now() - began;
  if (journal.entries.length < DAYS) throw new Error('the journal is not there');
  keeper.close();
  store.close();
  return lasted;
};
