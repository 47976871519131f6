import { describe, expect, it } from 'vitest';
import { type Instant, instant, milliseconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import type { Plan } from '../../../src/scheduler/plan.ts';
import { WALL_LIMIT_MARGIN } from '../../../src/scheduler/time.ts';
import { nothingShown, shownAfter, timeLeft } from '../../../src/scheduler/time-left.ts';
import { statusOf } from '../status.ts';
import { plan } from './playing.ts';

const MINUTES = 8;
const planned = plan({ minutes: MINUTES });
const NOW = instant(1_000_000);

const reported = (over: Partial<Status> = {}): Status =>
  statusOf({ therapy: 'running', operation: 'playing', playhead: milliseconds(100_000), ...over });

/** A session of 8 minutes that has run for 100 s. The first 20 s of these were the first prefill. */
const session = (over: Partial<Plan> = {}, status: Partial<Status> = {}): Plan => ({
  ...planned,
  prefill: seconds(20),
  shown: { active: seconds(0), wallSince: instant(NOW - 110_000) },
  report: { status: reported(status), at: NOW, pressures: [] },
  now: NOW,
  ...over,
});
const later = (ms: number): Instant => instant(NOW + ms);

describe('time left', () => {
  it('is the minutes wanted until the first prefill is over', () => {
    expect(timeLeft(session({ prefill: null }))).toEqual({ left: MINUTES * 60, limit: null });
  });

  it('is then less what has run since, and falls by a second for each second', () => {
    expect(timeLeft(session())).toEqual({ left: MINUTES * 60 - 80, limit: null });
    expect(timeLeft(session({ now: later(1000) })).left).toBe(MINUTES * 60 - 81);
    expect(timeLeft(session({}, { waited: milliseconds(5000) })).left).toBe(MINUTES * 60 - 85);
  });

  it('does not go back up where a report is behind what was shown', () => {
    const shown = { active: seconds(103), wallSince: null };
    expect(timeLeft(session({ shown })).left).toBe(MINUTES * 60 - 83);
    expect(timeLeft(session({ shown, now: later(4000) })).left).toBe(MINUTES * 60 - 84);
  });

  it('is never more than the minutes, nor less than nothing', () => {
    expect(timeLeft(session({ prefill: seconds(150) })).left).toBe(MINUTES * 60);
    expect(timeLeft(session({ now: later(3_000_000), shown: nothingShown }))).toEqual({
      left: 0,
      limit: null,
    });
  });

  it('is what the longest session still allows, where that is less, and says so', () => {
    const longest = seconds(1200);
    const sinceWall = (wall: number) =>
      timeLeft(session({ longest, shown: { active: seconds(0), wallSince: instant(NOW - wall * 1000) } }));
    const ends = 1200 - WALL_LIMIT_MARGIN;
    expect(sinceWall(ends - 399)).toEqual({ left: 399, limit: longest });
    expect(sinceWall(ends - 400)).toEqual({ left: 400, limit: null });
    expect(sinceWall(ends - 401)).toEqual({ left: 400, limit: null });
    expect(sinceWall(ends + 5)).toEqual({ left: 0, limit: longest });
    expect(timeLeft(session({ longest: seconds(300), shown: nothingShown }))).toEqual({
      left: 300 - WALL_LIMIT_MARGIN,
      limit: 300,
    });
  });
});

describe('what a countdown remembers of a report', () => {
  it('is the longest running time shown, which only running boots add to', () => {
    const active = (over: Partial<Plan>, status: Partial<Status>, ms = 0) =>
      shownAfter(session(over, status), reported(), later(ms)).active;
    expect(active({}, {}, 2000)).toBe(102);
    expect(active({ shown: { active: seconds(105), wallSince: null } }, {}, 2000)).toBe(105);
    expect(active({}, { therapy: 'paused' }, 2000)).toBe(0);
  });

  it('is the earliest beginning that a report implies', () => {
    const since = (known: Instant | null, wall: number, status: Partial<Status> = {}) =>
      shownAfter(
        session({ shown: { active: seconds(0), wallSince: known } }),
        reported({ wall: seconds(wall), ...status }),
        NOW,
      ).wallSince;
    expect(since(null, 110)).toBe(NOW - 110_000);
    expect(since(instant(NOW - 110_400), 110)).toBe(NOW - 110_400);
    expect(since(instant(NOW - 109_800), 110)).toBe(NOW - 110_000);
    expect(since(null, 110, { therapy: 'paused' })).toBe(NOW - 110_000);
    // A report of stopped boots implies nothing about when the session began.
    expect(since(instant(NOW - 90_000), 110, { therapy: 'stopped' })).toBe(NOW - 90_000);
  });

  it('is nothing at first', () => {
    expect(nothingShown).toEqual({ active: 0, wallSince: null });
  });
});
