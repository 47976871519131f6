/** The page lost a session. Later it completes the journal's entry with what the boots remember of that session. */

import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { doseOf, doseOfZone } from '../../../src/journal/dose/session-dose.ts';
import type { SessionEntry } from '../../../src/journal/entry.ts';
import {
  completedByBoots,
  lostSessionFor,
  type RememberedSession,
} from '../../../src/journal/remembered-session.ts';
import { reportsOf } from '../../../src/journal/reports.ts';
import type { ZoneTotals } from '../../../src/journal/session-entry.ts';
import type { Moment } from '../../../src/plan/time/wall-clock.ts';
import { berlin, moment, session } from './entries.ts';

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

describe('the lost session for a session that boots remember', () => {
  it('is the one that began at the same time, within a few seconds', () => {
    const lost = entry(1);
    expect(lostSessionFor([entry(-600), lost, entry(3600)], remembered)).toBe(lost);
    expect(lostSessionFor([entry(-6), entry(1806)], remembered)).toBeNull();
  });

  it('is none that a page followed to its end, or that the boots have completed already', () => {
    const followed = entry(1, { ended: 'finished', source: { kind: 'followed' } });
    expect(lostSessionFor([followed], remembered)).toBeNull();
    // One page lost the session. Another page found it later and followed it to its end.
    expect(lostSessionFor([entry(1), { ...followed, at: entry(300).at }], remembered)).toBeNull();
    expect(lostSessionFor([completedByBoots(entry(1), remembered)], remembered)).toBeNull();
  });

  it('is none if the boots do not know the time, or if there is no lost session', () => {
    expect(lostSessionFor([entry(1)], { ...remembered, began: null })).toBeNull();
    expect(lostSessionFor([], remembered)).toBeNull();
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

  it('gets their length, end and doses, and keeps its id and its measurements', () => {
    const whole = completedByBoots(lost, {
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

  it('counts with the dose that the boots counted, not in addition with an estimate for unmeasured time', () => {
    const whole = completedByBoots(lost, {
      ...remembered,
      zones: [{ side: 'left', part: 'foot', peak: 55.5, above30: 700, dose: 210 }],
    });
    expect(doseOf(whole)).toBe(210);
    expect(doseOfZone(whole, 'left', 'foot')).toBe(210);
    expect(reportsOf([whole], berlin)).toMatchObject([{ minutes: 30, dose: 210 }]);
    // Before the boots' figures are known, the 28.5 unmeasured minutes count as squeezed at the highest intensity that
    // was set: 55 mmHg, 25 above 30.
    expect(doseOf(lost)).toBeCloseTo(8 + 28.5 * 25);
  });

  it('counts as if it had continued as planned if the boots restarted and counted nothing', () => {
    for (const zones of [
      [],
      [{ side: 'left', part: 'foot', peak: null, above30: null, dose: null } as const],
    ]) {
      const whole = completedByBoots(lost, { ...remembered, lasted: null, ended: 'rebooted', zones });
      expect(whole.source).toMatchObject({ kind: 'boots', counted: false });
      expect(doseOf(whole)).toBe(doseOf(lost));
      expect(reportsOf([whole], berlin)).toMatchObject([{ minutes: 30 }]);
    }
  });

  it('keeps what the page measured if the boots were switched off and counted nothing', () => {
    const whole = completedByBoots(lost, {
      ...remembered,
      ...{ lasted: null, ended: 'rebooted' },
      zones: [{ side: 'left', part: 'foot', peak: null, above30: null, dose: null }],
    });
    expect(whole).toMatchObject({ lasted: 90, ended: 'rebooted', zones: [zone] });
  });

  it('has the fault that ended it as an alarm, once', () => {
    const fault = { fault: 'leak', side: 'left', part: 'foot' } as const;
    const whole = completedByBoots(lost, { ...remembered, ended: 'fault', fault });
    expect(whole.alarms).toEqual([{ after: 1800, kind: 'fault', ...fault }]);
    const alarmed = { ...lost, alarms: [{ after: seconds(80), kind: 'fault', ...fault } as const] };
    expect(completedByBoots(alarmed, { ...remembered, ended: 'fault', fault }).alarms).toHaveLength(1);
  });
});
