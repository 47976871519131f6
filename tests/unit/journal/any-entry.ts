import fc from 'fast-check';
import { faultCodes } from '../../../firmware-protocol/fault-codes.ts';
import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { zoneLayouts } from '../../../firmware-protocol/zones.ts';
import type { Entry, EntryContent, EntryId, NotedSign } from '../../../src/journal/entry.ts';
import { soreMuscles, soreTimes } from '../../../src/journal/entry.ts';
import { type SessionContent, sessionEnds } from '../../../src/journal/session-entry.ts';
import { stepOfPlan } from '../../../src/plan/plan-id.ts';
import { bareReports, clearable } from '../../../src/plan/plan-request.ts';
import type { Moment, TimeZone } from '../../../src/plan/time/wall-clock.ts';
import { anna, ben, laptop, phone, race } from './entries.ts';

const zones: readonly TimeZone[] = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
].map((zone) => zone as TimeZone);

const anyId = fc
  .integer({ min: 0, max: 10 ** 9 })
  .map((value) => `id${String(value).padStart(10, '0')}` as EntryId);
const START = Date.UTC(2025, 0, 1);

const anyHeader = fc.record({
  id: anyId,
  person: fc.constantFrom(anna, ben),
  device: fc.constantFrom(phone, laptop),
  order: fc.nat(10_000),
  at: fc.integer({ min: START, max: START + 3 * 365 * 24 * 3600 * 1000 }).map((ms) => ms as Moment),
  zone: fc.constantFrom(...zones),
});

const tenths = (most: number) => fc.integer({ min: 0, max: most * 10 }).map((value) => value / 10);
const anyScore = fc.nat(10);
const anySide = fc.constantFrom('left' as const, 'right' as const);
const anySeconds = tenths(3600).map(seconds);
const anyMmhg = tenths(100).map(mmhg);
const anySet = fc.constantFrom(null, {
  of: ['foot', 'calf', 'thigh'] as const,
  zones: {
    left: [{ on: false, trim: mmhg(-5), boost: { pressure: mmhg(5), hold: seconds(2) } }],
    right: [],
  },
});
const faults = Object.keys(faultCodes) as (keyof typeof faultCodes)[];

const anyStep = fc.option(
  fc
    .constantFrom({ id: 'day1-boots', day: 1 }, { id: 'day0-boots-evening', day: 0 })
    .map((step) => stepOfPlan(race, step)),
);

const anySession: fc.Arbitrary<SessionContent> = fc.constantFrom(3, 5, 8).chain((zonesPerLeg) =>
  fc.record({
    kind: fc.constant('session' as const),
    simulated: fc.boolean(),
    program: fc.option(fc.constantFrom({ id: 'trail', name: 'Trail' }, { id: 'wave', name: 'Wäve, "wide"' })),
    intensity: anyMmhg,
    minutes: fc.integer({ min: 1, max: 60 }),
    zonesSet: anySet,
    changes: fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('intensity' as const), after: anySeconds, to: anyMmhg }),
        fc.record({ kind: fc.constant('minutes' as const), after: anySeconds, to: fc.nat(60) }),
        fc.record({ kind: fc.constant('zones' as const), after: anySeconds, to: anySet }),
        fc.record({ kind: fc.constantFrom('paused' as const, 'resumed' as const), after: anySeconds }),
      ),
      { maxLength: 3 },
    ),
    lasted: anySeconds,
    measured: anySeconds,
    zones: fc.array(
      fc.record({
        side: anySide,
        part: fc.constantFrom(...(zoneLayouts[zonesPerLeg] ?? [])),
        peak: anyMmhg,
        mean: anyMmhg,
        above30: anySeconds,
        dose: tenths(900),
      }),
      { maxLength: 6 },
    ),
    alarms: fc.array(
      fc.record({
        after: anySeconds,
        kind: fc.constantFrom('fault' as const, 'warning' as const),
        fault: fc.constantFrom(...faults),
        side: fc.option(anySide),
        part: fc.option(fc.constantFrom('calf' as const, 'foot' as const)),
      }),
      { maxLength: 2 },
    ),
    ended: fc.option(fc.constantFrom(...sessionEnds)),
    source: fc.oneof(
      fc.constantFrom({ kind: 'followed' as const }, { kind: 'lost' as const }),
      fc.record({
        kind: fc.constant('boots' as const),
        record: fc.nat(1000),
        bootCount: fc.nat(1000),
        counted: fc.boolean(),
      }),
    ),
    step: anyStep,
  }),
);

const signs = bareReports.filter((kind): kind is NotedSign => kind !== 'tingling-gone');

export const anyContent: fc.Arbitrary<EntryContent> = fc.oneof(
  { weight: 3, arbitrary: anySession },
  fc.record({
    kind: fc.constant('guide' as const),
    guide: fc.constantFrom('roller', 'walk'),
    minutes: tenths(60),
    finished: fc.boolean(),
    step: anyStep,
  }),
  fc.record({
    kind: fc.constant('soreness' as const),
    when: fc.constantFrom(...soreTimes),
    scores: fc
      .uniqueArray(fc.constantFrom(...soreMuscles), { minLength: 1 })
      .chain((of) => fc.record(Object.fromEntries(of.map((muscle) => [muscle, anyScore])))),
    of: fc.option(anyId),
  }),
  fc.record({ kind: fc.constant('readiness' as const), score: anyScore }),
  fc.record({
    kind: fc.constant('girth' as const),
    leftCm: fc.integer({ min: 300, max: 500 }).map((value) => value / 10),
    rightCm: fc.integer({ min: 300, max: 500 }).map((value) => value / 10),
  }),
  fc.record({
    kind: fc.constant('sign' as const),
    sign: fc.constantFrom(...signs),
    of: fc.option(anyId),
  }),
  fc.record({
    kind: fc.constant('cleared' as const),
    sign: fc.constantFrom(...clearable, 'tingling' as const),
    of: fc.array(anyId, { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('screening' as const),
    yes: fc.subarray(['pregnant', 'blood-thinners']),
    clinician: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('note' as const),
    text: fc.constantFrom('Müde Beine', '=SUM(A1)', 'two\nlines', 'a "quoted", note', ''),
    of: fc.option(anyId),
  }),
);

export const anyEntry: fc.Arbitrary<Entry> = fc
  .tuple(anyHeader, anyContent)
  .map(([noted, content]) => ({ ...noted, ...content }) as Entry);

/** Up to `most` entries with different ids. */
export const anyEntries = (most = 30): fc.Arbitrary<readonly Entry[]> =>
  fc.uniqueArray(anyEntry, { maxLength: most, selector: ({ id }) => id });
