/** The dose of each zone, and the objections to the next session that follow from it. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import { isRefused, notBefore, objectionsBefore } from '../../../../src/journal/dose/before-start.ts';
import { doseOf, longest } from '../../../../src/journal/dose/session-dose.ts';
import { emptySum, withSample, zoneTotals } from '../../../../src/journal/dose/zone-sums.ts';
import type { Entry } from '../../../../src/journal/entry.ts';
import type { SessionContent } from '../../../../src/journal/session-entry.ts';
import { berlin, laptop, moment, phone, session, sign } from '../entries.ts';

const zones = (calf: number, thigh: number): SessionContent['zones'] =>
  (['calf', 'thigh'] as const).map((part) => ({
    side: 'left',
    part,
    peak: mmhg(60),
    mean: mmhg(30),
    above30: seconds(900),
    dose: part === 'calf' ? calf : thigh,
  }));

const at = (wall: string) => ({ now: moment(wall), zone: berlin, device: phone });
const planned = { minutes: 30, intensity: 55, dose: 400 };

describe('the sums of a zone', () => {
  it('are the integrals over its samples', () => {
    const sum = [mmhg(20), mmhg(50), null, mmhg(60), mmhg(-0.4)].reduce(
      (before, pressure) => withSample(before, pressure, seconds(30)),
      emptySum,
    );
    expect(zoneTotals(sum)).toEqual({ peak: 60, mean: 32.5, above30: 60, dose: (20 + 30) / 2 });
  });

  it('never exceed the dose that peak and time allow', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.double({ min: -5, max: 130, noNaN: true }))), (pressures) => {
        const sum = pressures.reduce(
          (before, pressure) => withSample(before, pressure === null ? null : mmhg(pressure), seconds(0.1)),
          emptySum,
        );
        expect(sum.dose).toBeLessThanOrEqual(Math.max(0, sum.peak - 30) * sum.above30 + 1e-6);
        expect(sum.above30).toBeLessThanOrEqual(sum.measured + 1e-9);
      }),
    );
  });

  it('are zero if nothing was measured', () => {
    expect(zoneTotals(emptySum)).toEqual({ peak: 0, mean: 0, above30: 0, dose: 0 });
  });
});

describe('before Start', () => {
  it('has no objection to a first session', () => {
    expect(objectionsBefore([], planned, at('2026-11-29T10:00'))).toEqual([]);
  });

  it('warns within two hours of the last session', () => {
    const one = session('2026-11-29T10:00');
    expect(objectionsBefore([one], planned, at('2026-11-29T12:29'))).toEqual([
      { kind: 'tooSoon', minutes: 119, least: 120, advised: 240 },
    ]);
    expect(objectionsBefore([one], planned, at('2026-11-29T12:30'))).toEqual([]);
  });

  it('warns of a third session on one day in the person’s time zone', () => {
    const two = [session('2026-11-28T23:30'), session('2026-11-29T08:00'), session('2026-11-29T13:00')];
    expect(objectionsBefore(two, { ...planned, dose: 0 }, at('2026-11-29T18:00'))).toEqual([
      { kind: 'tooMany', sessions: 3, most: 2 },
    ]);
    expect(objectionsBefore(two, { ...planned, dose: 0 }, at('2026-11-30T08:00'))).toEqual([]);
  });

  it('adds up the dose of each zone, warns above 1500, and refuses above 2000', () => {
    const one = session('2026-11-29T08:00', { zones: zones(600, 0) });
    const two = session('2026-11-29T13:00', { zones: zones(100, 900) });
    const against = (dose: number) =>
      objectionsBefore([one, two], { ...planned, dose }, at('2026-11-30T07:30'));
    // So far the thigh has had 900 mmHg·min and the calf 700. With 600 more, the thigh has 1500 and the calf 1300.
    expect(against(600)).toEqual([]);
    expect(against(601)).toEqual([{ kind: 'dose', dose: 1501, most: 1500, refused: false }]);
    expect(isRefused(against(1100))).toBe(false);
    expect(isRefused(against(1101))).toBe(true);
  });

  it('forgets a dose after 24 h of elapsed time, not of wall-clock time', () => {
    // The clocks went back in the night, so clocks show 11:00 when 24 hours have passed since noon.
    const one = session('2026-10-24T12:00', { zones: zones(1900, 0) });
    const against = (wall: string) => objectionsBefore([one], planned, at(wall));
    expect(against('2026-10-25T10:59')).toMatchObject([{ kind: 'dose', refused: true }]);
    expect(against('2026-10-25T11:00')).toEqual([]);
  });

  it('does not count simulated boots', () => {
    const one = session('2026-11-29T10:00', { simulated: true, zones: zones(1990, 0) });
    expect(objectionsBefore([one], planned, at('2026-11-29T10:40'))).toEqual([]);
  });

  it('still counts the last session after the clock was set back', () => {
    const one = session('2026-11-29T10:00', { zones: zones(1990, 0) });
    const found = objectionsBefore([one], planned, at('2025-11-29T10:00'));
    expect(isRefused(found)).toBe(true);
    expect(found).toContainEqual({ kind: 'tooSoon', minutes: 0, least: 120, advised: 240 });
    expect(notBefore(moment('2025-11-29T10:00'), [one], laptop)).toBe(moment('2025-11-29T10:00'));
  });

  it('warns after marks or pain unless the pressure is lower, until a session leaves none', () => {
    const one = session('2026-11-28T10:00', { intensity: mmhg(55) });
    const marks = sign('2026-11-28T10:50', 'marks', {});
    const against = (intensity: number, ...more: readonly Entry[]) =>
      objectionsBefore([one, ...more], { ...planned, intensity }, at('2026-11-29T18:00'));
    expect(against(55)).toEqual([]);
    expect(against(55, marks)).toEqual([{ kind: 'marks', most: 35 }]);
    expect(against(35, marks)).toEqual([]);
    // Marks that name a session belong to it, whatever their time.
    expect(against(55, { ...marks, of: one.id, at: moment('2026-11-20T10:00') })).toHaveLength(1);
    const light = session('2026-11-28T18:00', { intensity: mmhg(35) });
    expect(against(55, marks, light)).toEqual([]);
    expect(against(20, light, sign('2026-11-28T19:00', 'marks'))).toEqual([{ kind: 'marks', most: null }]);
    // A session on simulated boots proves nothing about marks, so the warning stays.
    expect(against(55, marks, session('2026-11-28T18:00', { simulated: true }))).toHaveLength(1);
  });

  it('warns within two hours of the event of the plan', () => {
    const event = moment('2026-11-29T09:00');
    expect(objectionsBefore([], planned, at('2026-11-29T10:00'), event)).toEqual([
      { kind: 'tooSoonAfterEvent', minutes: 60, least: 120 },
    ]);
    expect(objectionsBefore([], planned, at('2026-11-29T11:00'), event)).toEqual([]);
  });

  it('counts the highest dose of the leg for boots with different zones', () => {
    const one = session('2026-11-29T08:00', { zones: zones(1000, 0) });
    const [calf] = zones(1000, 0);
    const two = session('2026-11-29T13:00', {
      zones: calf ? [{ ...calf, part: 'upper calf', dose: 900 }] : [],
    });
    expect(isRefused(objectionsBefore([one, two], { ...planned, dose: 101 }, at('2026-11-29T18:00')))).toBe(
      true,
    );
  });
});

describe('a session that the page lost', () => {
  const lost = (changes: SessionContent['changes']) =>
    session('2026-11-29T10:00', {
      minutes: 20,
      intensity: mmhg(55),
      lasted: seconds(600),
      measured: seconds(600),
      zones: zones(100, 50),
      changes,
      source: { kind: 'lost' },
    });

  it('may have lasted until the end of the most minutes that were set, and of its pauses', () => {
    expect(longest(lost([]))).toBe(20 * 60);
    expect(longest(lost([{ kind: 'minutes', after: seconds(60), to: 40 }]))).toBe(40 * 60);
    expect(
      longest(
        lost([
          { kind: 'paused', after: seconds(100) },
          { kind: 'resumed', after: seconds(190) },
        ]),
      ),
    ).toBe(20 * 60 + 90);
  });

  it('squeezed no more if it was paused, because only a page can resume it', () => {
    const paused = lost([{ kind: 'paused', after: seconds(580) }]);
    expect(longest(paused)).toBe(600 + 600);
    expect(doseOf(paused)).toBe(100);
    expect(doseOf(lost([]))).toBeGreaterThan(300);
  });
});
