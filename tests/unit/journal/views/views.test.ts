import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { SoreMuscle } from '../../../../src/journal/entry.ts';
import { compareEntries } from '../../../../src/journal/journal.ts';
import {
  dayOfEntry,
  daysOf,
  marksOf,
  monthAfter,
  weekday,
  weeksOf,
} from '../../../../src/journal/views/days.ts';
import { everyEntry, found } from '../../../../src/journal/views/find.ts';
import { summaryOf, trendsOf } from '../../../../src/journal/views/trends.ts';
import {
  type CalendarDay,
  dayAfter,
  type Moment,
  type TimeZone,
} from '../../../../src/plan/time/wall-clock.ts';
import { anyEntries } from '../any-entry.ts';
import { anna, ben, berlin, entry, moment, session, sign } from '../entries.ts';

const day = (text: string): CalendarDay => text as CalendarDay;

describe('days', () => {
  it('contain every entry once, in order, in any time zone', () => {
    fc.assert(
      fc.property(anyEntries(), fc.constantFrom('Europe/Berlin', 'Pacific/Apia', 'UTC'), (entries, zone) => {
        const sorted = [...entries].sort(compareEntries);
        const days = daysOf(sorted, zone as TimeZone);
        expect(days.flatMap((one) => one.entries)).toEqual(sorted);
        const dates = days.map((one) => one.day);
        expect(dates).toEqual([...new Set(dates)].sort());
        for (const one of days)
          for (const each of one.entries) expect(dayOfEntry(each, zone as TimeZone)).toBe(one.day);
      }),
    );
  });

  it('begin at midnight in the person’s time zone, even when the clocks change', () => {
    // On 25 October the clocks go back, so the day has 25 h.
    const at = (utc: string) => ({ ...sign('2026-10-25T12:00', 'marks'), at: Date.parse(utc) as Moment });
    const walls = ['2026-10-24T21:59Z', '2026-10-24T22:00Z', '2026-10-25T22:59Z', '2026-10-25T23:00Z'];
    expect(walls.map((wall) => dayOfEntry(at(wall), berlin))).toEqual([
      '2026-10-24',
      '2026-10-25',
      '2026-10-25',
      '2026-10-26',
    ]);
    // On 29 March the clocks go forward, so the day has 23 h.
    expect(dayOfEntry(at('2026-03-29T21:59Z'), berlin)).toBe('2026-03-29');
    expect(dayOfEntry(at('2026-03-29T22:00Z'), berlin)).toBe('2026-03-30');
  });

  it('are listed in whole weeks that cover a month', () => {
    const weeks = weeksOf('2026-11', 1);
    expect(weeks).toHaveLength(6);
    expect(weeks[0]?.[0]).toBe('2026-10-26');
    expect(weeks[0]?.[6]).toBe('2026-11-01');
    expect(weeks[5]?.[0]).toBe('2026-11-30');
    expect(weeksOf('2026-11', 7)).toHaveLength(5);
    expect(weeksOf('2026-02', 7)[0]?.[0]).toBe('2026-02-01');
  });

  it('of any month are listed in whole weeks that begin on the given weekday', () => {
    fc.assert(
      fc.property(fc.integer({ min: -300, max: 800 }), fc.integer({ min: 1, max: 7 }), (months, first) => {
        const month = monthAfter('2026-01', months);
        const days = weeksOf(month, first).flat();
        expect(days.length % 7).toBe(0);
        expect(weekday(days[0] ?? day(''))).toBe(first);
        days.slice(1).forEach((each, at) => {
          expect(each).toBe(dayAfter(days[at] ?? day(''), 1));
        });
        expect(days.filter((each) => each.startsWith(month)).length).toBeGreaterThan(27);
        expect(days.slice(0, 7).some((each) => each.startsWith(month))).toBe(true);
        expect(days.slice(-7).some((each) => each.startsWith(month))).toBe(true);
      }),
    );
  });

  it('step from month to month across years', () => {
    expect(monthAfter('2026-12', 1)).toBe('2027-01');
    expect(monthAfter('2026-01', -1)).toBe('2025-12');
    expect(monthAfter('2026-05', -29)).toBe('2023-12');
  });

  it('are marked with what happened on them', () => {
    const entries = [
      session('2026-11-29T10:00'),
      entry<'soreness'>('2026-11-29T08:00', {
        kind: 'soreness',
        when: 'morning',
        scores: { calf: 6, foot: 2 },
        of: null,
      }),
      sign('2026-11-29T11:00', 'tingling'),
    ];
    expect(marksOf({ entries })).toEqual({ sessions: 1, guides: 0, soreness: 6, sign: true, notes: 0 });
    expect(marksOf({ entries: [] }).soreness).toBeNull();
  });
});

describe('find', () => {
  const run = session('2026-11-29T10:00', {
    alarms: [{ after: seconds(5), kind: 'warning', fault: 'leak', side: 'left', part: 'calf' }],
  });
  const note = entry<'note'>('2026-11-30T00:30', { kind: 'note', text: 'Müde Beine', of: null });
  const other = entry<'note'>(
    '2026-11-30T09:00',
    { kind: 'note', text: 'Beine gut', of: null },
    { person: ben },
  );
  const entries = [run, note, other];
  const ids = (wanted: Partial<typeof everyEntry>) =>
    found(entries, { ...everyEntry, ...wanted }, berlin, (one) => (one.kind === 'note' ? 'Note' : 'Session'));

  it('searches for words in any order, ignoring case and accents', () => {
    expect(ids({ text: 'beine MUDE' })).toEqual([note]);
    expect(ids({ text: 'beine' })).toEqual([note, other]);
    expect(ids({ text: 'note gut' })).toEqual([other]);
    expect(ids({ text: 'marathon' })).toEqual([run]);
    expect(ids({ text: '  ' })).toEqual(entries);
  });

  it('filters by kind, person, alarms, and day in the person’s time zone', () => {
    expect(ids({ kinds: ['session'] })).toEqual([run]);
    expect(ids({ person: anna })).toEqual([run, note]);
    expect(ids({ from: day('2026-11-30') })).toEqual([note, other]);
    expect(ids({ to: day('2026-11-29') })).toEqual([run]);
    expect(ids({ alarms: true })).toEqual([run]);
  });
});

describe('trends', () => {
  const sore = (wall: string, when: 'before' | 'morning', scores: Partial<Record<SoreMuscle, number>>) =>
    entry<'soreness'>(wall, { kind: 'soreness', when, scores, of: null });

  it('join soreness scores of the same day and time of day', () => {
    const { soreness } = trendsOf(
      [
        sore('2026-11-29T07:00', 'morning', { calf: 6, foot: 1 }),
        sore('2026-11-29T07:05', 'morning', { calf: 5 }),
        sore('2026-11-29T18:00', 'before', { legs: 3 }),
      ],
      berlin,
    );
    expect(soreness).toEqual([
      {
        day: '2026-11-29',
        when: 'morning',
        scores: { legs: null, calf: 5, quadriceps: null, hamstrings: null, foot: 1 },
      },
      {
        day: '2026-11-29',
        when: 'before',
        scores: { legs: 3, calf: null, quadriceps: null, hamstrings: null, foot: null },
      },
    ]);
  });

  it('show the highest dose of a zone in 24 h', () => {
    const entries = [
      session('2026-11-28T20:00'),
      session('2026-11-29T10:00'),
      session('2026-11-29T11:00', { simulated: true }),
      session('2026-11-29T21:00'),
      session('2026-12-03T10:00'),
    ];
    expect(trendsOf(entries, berlin).dose).toEqual([
      { day: '2026-11-28', dose: 300 },
      { day: '2026-11-29', dose: 600 },
      { day: '2026-12-03', dose: 300 },
    ]);
  });

  it('show the highest possible dose of a session without zone totals', () => {
    const lost = { source: { kind: 'lost' }, ended: null, zones: [], measured: seconds(0) } as const;
    const entries = [session('2026-11-29T10:00', { ...lost, intensity: mmhg(50), minutes: 30 })];
    expect(trendsOf(entries, berlin).dose).toEqual([{ day: '2026-11-29', dose: 600 }]);
  });

  it('show the last readiness of each day', () => {
    const ready = (wall: string, score: number) => entry<'readiness'>(wall, { kind: 'readiness', score });
    expect(trendsOf([ready('2026-11-29T07:00', 4), ready('2026-11-29T09:00', 6)], berlin).readiness).toEqual([
      { day: '2026-11-29', score: 6 },
    ]);
  });

  it('sum up a period, leaving out simulated sessions', () => {
    const entries = [
      session('2026-11-28T20:00', { intensity: mmhg(40) }),
      session('2026-11-29T10:00', { simulated: true }),
      sign('2026-11-29T11:00', 'marks'),
      sore('2026-11-29T18:00', 'before', { legs: 4 }),
      sore('2026-11-30T18:00', 'before', { legs: 6 }),
    ];
    expect(summaryOf(entries)).toEqual({
      sessions: 1,
      minutes: 30,
      guides: 0,
      alarms: 0,
      signs: 1,
      sorenessBefore: 5,
      sorenessAfter: null,
    });
  });

  it('of five years of daily sessions have a dose for every day', () => {
    const start = moment('2021-12-01T10:00');
    const entries = Array.from({ length: 1825 }, (_, at) =>
      session('2026-11-29T10:00', {}, { at: (start + at * 24 * 3600_000) as Moment }),
    );
    expect(trendsOf(entries, berlin).dose).toHaveLength(1825);
  });
});
