import fc from 'fast-check';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { planFor, stepsOf } from '../../../src/plan/plan.ts';
import {
  bareReports,
  clearable,
  courses,
  eventKinds,
  type PlanRequest,
  type Report,
  tools,
} from '../../../src/plan/plan-request.ts';
import { faceAfter, type TimeZone, type WallTime } from '../../../src/plan/time/wall-clock.ts';

export const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/Santiago',
  'UTC',
] as const;

/** Any minute of two years, including those around clock changes. */
export const anyWall: fc.Arbitrary<WallTime> = fc
  .integer({ min: 0, max: 2 * 365 * 24 * 60 })
  .map((minutes) => faceAfter('2026-01-01T00:00' as WallTime, minutes));

export const anyZone: fc.Arbitrary<TimeZone> = fc.constantFrom(...zones).map((zone) => zone as TimeZone);

const anyEvent = fc.record({
  kind: fc.constantFrom(...eventKinds),
  at: anyWall,
  zone: anyZone,
  went: fc.constantFrom(...courses),
  distanceKm: fc.option(fc.constantFrom(5, 21.1, 42.2, 60, 161)),
  minutes: fc.option(fc.integer({ min: 1, max: 2880 })),
  ascentM: fc.option(fc.integer({ min: 0, max: 9000 })),
  temperatureC: fc.option(fc.integer({ min: -20, max: 35 })),
});

export const anyPerson = fc.record({
  owns: fc.subarray([...tools]),
  barred: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.subarray([...tools])),
  highest: fc.constantFrom(20, 28, 45, 50, 60, 80).map(mmhg),
});

/** Work that the screening forbids. A request has none when it is read from a file or link. */
export const anyForbidden = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  fc.subarray(['massage', 'stretch', 'run'] as const),
);

/** A random report. Warning signs are rare, so that most plans stay unlocked. */
const anyReport = (at: WallTime, ids: readonly string[]): fc.Arbitrary<Report> => {
  const anyStep = fc.constantFrom(...ids);
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        at: fc.constant(at),
        kind: fc.constant('soreness' as const),
        soreness: fc.nat(10),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        at: fc.constant(at),
        kind: fc.constantFrom('done' as const, 'skipped' as const),
        step: anyStep,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        at: fc.constant(at),
        kind: fc.constant('session' as const),
        step: fc.option(fc.constantFrom(...ids.filter((id) => id.includes('boots')), 'day1-boots'), {
          freq: 2,
        }),
        minutes: fc.integer({ min: 1, max: 60 }),
        peakMmhg: fc.integer({ min: 15, max: 100 }),
        dose: fc.option(fc.integer({ min: 0, max: 2000 })),
      }),
    },
    { weight: 1, arbitrary: fc.constantFrom(...bareReports).map((kind): Report => ({ at, kind })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.integer({ min: 30, max: 45 }), fc.integer({ min: 30, max: 45 }))
        .map(([leftCm, rightCm]): Report => ({ at, kind: 'girth', leftCm, rightCm })),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(...clearable).map((sign): Report => ({ at, kind: 'cleared', sign })),
    },
  );
};

const anyRequestWithoutReports: fc.Arbitrary<PlanRequest> = fc
  .record({ event: anyEvent, person: anyPerson })
  .map(({ event, person }) => ({ event, person, reports: [] }));

const known = new Map<string, readonly string[]>();

/** Ids of the steps that a plan for this kind of event may have. */
function idsFor({ event }: PlanRequest): readonly string[] {
  const ids =
    known.get(event.kind) ??
    stepsOf(
      planFor(
        {
          event: { ...event, at: '2026-06-02T12:00' as WallTime, went: 'well' },
          person: { owns: tools, barred: [], highest: mmhg(80) },
          reports: [],
        },
        null,
      ),
    ).map(({ id }) => id);
  known.set(event.kind, ids);
  return ids;
}

/** Random requests. The reports come after the event, in the order of time. */
export const anyRequest: fc.Arbitrary<PlanRequest> = anyRequestWithoutReports.chain((request) =>
  fc
    .array(fc.integer({ min: 0, max: 16 * 24 * 60 }), { maxLength: 8 })
    .map((minutes) => minutes.sort((one, other) => one - other).map((at) => faceAfter(request.event.at, at)))
    .chain((times) => fc.tuple(...times.map((at) => anyReport(at, idsFor(request)))))
    .map((reports) => ({ ...request, reports })),
);

/** A time at which somebody looks at a plan: before, during or after the plan, but not before its last report. Null = nobody looks. */
export const anyNow = ({ event, reports }: PlanRequest): fc.Arbitrary<WallTime | null> =>
  fc.option(
    fc
      .integer({ min: -60, max: 22 * 24 * 60 })
      .map((minutes) => faceAfter(event.at, minutes))
      .map((now) => {
        const last = reports.at(-1)?.at ?? now;
        return now > last ? now : last;
      }),
    { freq: 4 },
  );

export const anyRequestAndNow = anyRequest.chain((request) =>
  anyNow(request).map((now) => ({ request, now })),
);
