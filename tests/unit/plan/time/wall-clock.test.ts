/** Times on the clock of a time zone: the code's results are compared with those of Temporal (temporal-polyfill). */

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  dayAfter,
  daysBetween,
  minutesBetween,
  momentOf,
  readWallTime,
  readZone,
  roundedUp,
  type TimeZone,
  type WallTime,
  wallAt,
} from '../../../../src/plan/time/wall-clock.ts';
import { anyWall, anyZone, zones } from '../any-request.ts';

const wall = (text: string): WallTime => {
  const read = readWallTime(text);
  if (read === null) throw new Error(text);
  return read;
};
const berlin = 'Europe/Berlin' as TimeZone;

describe('a wall time', () => {
  it.each([
    '2026-02-30T10:00',
    '2027-02-29T10:00',
    '2026-13-01T10:00',
    '2026-11-29T24:00',
    '2026-11-29T10:60',
    '2026-11-29',
    '2026-11-29 13:10',
    '2026-11-29T13:10Z',
    '2026-11-29T13:10+01:00',
    '1026-11-29T13:10',
    '+002026-11-29T13:10',
    '２０26-11-29T13:10',
    '',
  ])('is not %s', (text) => expect(readWallTime(text)).toBeNull());

  it('is an existing date and time, to the minute', () => {
    expect(readWallTime('2028-02-29T00:00')).toBe('2028-02-29T00:00');
    expect(readWallTime('2026-11-29T13:10:59')).toBe('2026-11-29T13:10');
  });

  it.each(['Europe/Berln', '+01:00', '', '../etc', 'Europe/Berlin\n', 'x'.repeat(100)])(
    'has no zone "%s"',
    (text) => expect(readZone(text)).toBeNull(),
  );

  it('is the same moment as in Temporal, in every zone, including clock changes', () => {
    fc.assert(
      fc.property(anyWall, anyZone, (at, zone) => {
        const theirs = Temporal.PlainDateTime.from(at).toZonedDateTime(zone).epochMilliseconds;
        expect([at, zone, momentOf(at, zone)]).toEqual([at, zone, theirs]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same moment as in Temporal in each quarter of an hour around each clock change of two years', () => {
    for (const zone of zones) {
      let change = Temporal.PlainDateTime.from('2026-01-01T00:00')
        .toZonedDateTime(zone)
        .getTimeZoneTransition('next');
      for (; change !== null && change.year < 2028; change = change.getTimeZoneTransition('next')) {
        for (let quarter = -12; quarter <= 12; quarter++) {
          const at = change.add({ minutes: 15 * quarter });
          expect(wallAt(at.epochMilliseconds as ReturnType<typeof momentOf>, zone as TimeZone)).toBe(
            at.toPlainDateTime().toString({ smallestUnit: 'minute' }),
          );
          const plain = change.toPlainDateTime().add({ minutes: 15 * quarter });
          const text = wall(plain.toString({ smallestUnit: 'minute' }));
          expect([zone, text, momentOf(text, zone as TimeZone)]).toEqual([
            zone,
            text,
            plain.toZonedDateTime(zone).epochMilliseconds,
          ]);
        }
      }
    }
    expect(zones.length).toBeGreaterThan(5);
  });

  it('counts elapsed time, not the difference on the clock', () => {
    const before = momentOf(wall('2026-03-28T10:00'), berlin);
    expect(minutesBetween(before, momentOf(wall('2026-03-29T10:00'), berlin))).toBe(23 * 60);
    expect(dayAfter('2026-02-28' as ReturnType<typeof dayAfter>, 1)).toBe('2026-03-01');
    expect(
      daysBetween(
        dayAfter('2026-03-28' as ReturnType<typeof dayAfter>, 0),
        dayAfter('2026-03-28' as ReturnType<typeof dayAfter>, 7),
      ),
    ).toBe(7);
  });

  it('is rounded up into the next day if necessary', () => {
    expect(roundedUp(wall('2026-12-31T23:50'), 15)).toBe('2027-01-01T00:00');
    expect(roundedUp(wall('2026-12-31T23:45'), 15)).toBe('2026-12-31T23:45');
  });
});
