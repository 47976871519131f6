/** A lost session, and what boots remember of it. */

import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { doseOf, doseOfZone } from '../../../src/journal/dose/session-dose.ts';
import type { SessionEntry } from '../../../src/journal/entry.ts';
import { completed, lostOne, type RememberedSession } from '../../../src/journal/remembered-session.ts';
import { reportsOf } from '../../../src/journal/reports.ts';
import type { ZoneTotals } from '../../../src/journal/session-entry.ts';
import type { Moment } from '../../../src/plan/time/wall-clock.ts';
import { berlin, moment, session } from './any-entry.ts';

const BEGAN = moment('2026-11-29T10:00');
const entry = (late: number, more: Partial<SessionEntry> = {}): SessionEntry => ({
  ...session('2026-11-29T10:00'),
  at: (BEGAN + late * 1000) as Moment,
  lasted: seconds(90),
  ended: null,
  source: { kind: 'lost' },
  ...more,
});
const remembered: RememberedSession = {
  record: 7,
  bootCount: 12,
  began: BEGAN,
  lasted: 1800,
  ended: 'finished',
  fault: null,
  zones: [],
};

describe('the lost session that boots remember', () => {
  it('is the one that was seen to begin when theirs did, to a few seconds', () => {
    const lost = entry(1);
    expect(lostOne([entry(-600), lost, entry(3600)], remembered)).toBe(lost);
    expect(lostOne([entry(-6), entry(1806)], remembered)).toBeNull();
  });

  it('is none that was followed to its end, or that the boots completed before', () => {
    const followed = entry(1, { ended: 'finished', source: { kind: 'followed' } });
    expect(lostOne([followed], remembered)).toBeNull();
    // A page lost it, and another one, which saw it later, followed it to its end.
    expect(lostOne([entry(1), { ...followed, at: entry(300).at }], remembered)).toBeNull();
    expect(lostOne([completed(entry(1), remembered)], remembered)).toBeNull();
  });

  it('is none where nobody told the boots the time, or nobody here began one', () => {
    expect(lostOne([entry(1)], { ...remembered, began: null })).toBeNull();
    expect(lostOne([], remembered)).toBeNull();
  });
});

describe('a session completed by its boots', () => {
  const zone: ZoneTotals = {
    side: 'left',
    part: 'foot',
    peak: mmhg(40),
    mean: mmhg(20),
    above30: seconds(50),
    dose: 8,
  };
  const lost = entry(1, { measured: seconds(90), zones: [zone], alarms: [] });

  it('has their length, end and doses; what was measured, and its id, stay', () => {
    const whole = completed(lost, {
      ...remembered,
      zones: [{ side: 'left', part: 'foot', peak: 55.5, above30: 700, dose: 210 }],
    });
    expect(whole).toEqual({
      ...lost,
      lasted: 1800,
      ended: 'finished',
      zones: [{ ...zone, peak: 55.5, above30: 700, dose: 210 }],
      source: { kind: 'boots', record: 7, bootCount: 12, counted: true },
    });
  });

  it('counts in the dose with what the boots counted, and not once more with what the page did not measure', () => {
    const whole = completed(lost, {
      ...remembered,
      zones: [{ side: 'left', part: 'foot', peak: 55.5, above30: 700, dose: 210 }],
    });
    expect(doseOf(whole)).toBe(210);
    expect(doseOfZone(whole, 'left', 'foot')).toBe(210);
    expect(reportsOf([whole], berlin)).toMatchObject([{ minutes: 30, dose: 210 }]);
    // Lost, it counted as if it had squeezed all the time at the most that was set: 28.5 min at 25 mmHg above 30.
    expect(doseOf(lost)).toBeCloseTo(8 + 28.5 * 25);
  });

  it('counts as if it had gone on as planned where the boots restarted, and know nothing of it', () => {
    for (const zones of [
      [],
      [{ side: 'left', part: 'foot', peak: null, above30: null, dose: null } as const],
    ]) {
      const whole = completed(lost, { ...remembered, lasted: null, ended: 'rebooted', zones });
      expect(whole.source).toMatchObject({ kind: 'boots', counted: false });
      expect(doseOf(whole)).toBe(doseOf(lost));
      expect(reportsOf([whole], berlin)).toMatchObject([{ minutes: 30 }]);
    }
  });

  it('keeps what the page saw where the boots, switched off, know nothing', () => {
    const whole = completed(lost, {
      ...remembered,
      ...{ lasted: null, ended: 'rebooted' },
      zones: [{ side: 'left', part: 'foot', peak: null, above30: null, dose: null }],
    });
    expect(whole).toMatchObject({ lasted: 90, ended: 'rebooted', zones: [zone] });
  });

  it('names the fault that ended it, once', () => {
    const fault = { fault: 'leak', side: 'left', part: 'foot' } as const;
    const whole = completed(lost, { ...remembered, ended: 'fault', fault });
    expect(whole.alarms).toEqual([{ after: 1800, kind: 'fault', ...fault }]);
    const told = { ...lost, alarms: [{ after: seconds(80), kind: 'fault', ...fault } as const] };
    expect(completed(told, { ...remembered, ended: 'fault', fault }).alarms).toHaveLength(1);
  });
});
