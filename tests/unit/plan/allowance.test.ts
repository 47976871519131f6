/** Why the plan may not allow a session on boots: the dose, the number of sessions, and the time between them. */

import { describe, expect, it } from 'vitest';
import { doseAround, objectionsTo, type SessionDone, sessionDose } from '../../../src/plan/dose/allowance.ts';
import { dayOf, momentOf, type TimeZone } from '../../../src/plan/time/wall-clock.ts';
import { at } from './request-for.ts';

const berlin = 'Europe/Berlin' as TimeZone;
const session = (from: string, dose = 500, minutes = 20): SessionDone => ({
  from: momentOf(at(from), berlin),
  day: dayOf(at(from)),
  minutes,
  dose,
});
const finish = momentOf(at('2026-11-29T13:10'), berlin);

describe('a dose', () => {
  it('is the pressure above 30 mmHg times minutes, and never negative', () => {
    expect(sessionDose(60, 25)).toBe(750);
    expect(sessionDose(28, 60)).toBe(0);
  });

  it('counts the sessions that begin within 24 hours before or after, and no others', () => {
    const one = session('2026-11-30T18:00');
    expect(doseAround(one, [session('2026-11-29T18:01')])).toBe(1000);
    expect(doseAround(one, [session('2026-11-29T18:00')])).toBe(500);
    expect(doseAround(one, [session('2026-12-01T17:59'), session('2026-11-29T18:01')])).toBe(1000);
  });
});

describe('a session', () => {
  it('is allowed two hours after the event or after another session', () => {
    expect(objectionsTo(session('2026-11-29T15:10'), [], finish)).toEqual([]);
    expect(objectionsTo(session('2026-11-30T12:20'), [session('2026-11-30T10:00')], finish)).toEqual([]);
  });

  it('is too soon a minute earlier', () => {
    expect(objectionsTo(session('2026-11-29T15:09'), [], finish)).toEqual([
      { kind: 'tooSoonAfterEvent', minutes: 119, least: 120 },
    ]);
    expect(objectionsTo(session('2026-11-30T12:19'), [session('2026-11-30T10:00')], null)).toEqual([
      { kind: 'tooSoon', minutes: 119, least: 120, advised: 240 },
    ]);
  });

  it('is one of two a day', () => {
    const two = [session('2026-11-30T09:00', 0), session('2026-11-30T13:00', 0)];
    expect(objectionsTo(session('2026-11-30T18:00', 0), two, null)).toEqual([
      { kind: 'tooMany', sessions: 3, most: 2 },
    ]);
    expect(objectionsTo(session('2026-12-01T09:00', 0), two, null)).toEqual([]);
  });

  it('gets a warning above 1500 mmHg·min in 24 hours, and is refused above 2000', () => {
    const earlier = [session('2026-11-30T09:00', 1000)];
    expect(objectionsTo(session('2026-11-30T18:00', 500), earlier, null)).toEqual([]);
    expect(objectionsTo(session('2026-11-30T18:00', 501), earlier, null)).toMatchObject([
      { kind: 'dose', dose: 1501, refused: false },
    ]);
    expect(objectionsTo(session('2026-11-30T18:00', 1001), earlier, null)).toMatchObject([
      { kind: 'dose', dose: 2001, refused: true },
    ]);
  });
});
