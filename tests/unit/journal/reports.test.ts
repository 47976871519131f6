/**
 * Which locks follow from a journal's entries and what ends them, by the rules of plan/change/locks.ts; and
 * which entries the journal reports to the plan.
 */

import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Entry } from '../../../src/journal/entry.ts';
import {
  causesOf,
  lockingEntry,
  locksIn,
  rememberedReports,
  reportsBefore,
  reportsOf,
} from '../../../src/journal/reports.ts';
import { planId, stepOfPlan } from '../../../src/plan/plan-id.ts';
import { withEarlierReport } from '../../../src/plan/reporting.ts';
import type { WallTime } from '../../../src/plan/time/wall-clock.ts';
import { requestFor } from '../plan/request-for.ts';
import { berlin, entry, laptop, moment, race, session, sign } from './entries.ts';

const signsLocked = (entries: readonly Entry[], wall: string): readonly string[] =>
  locksIn(entries, moment(wall), berlin).map((lock) => lock.sign);

const cleared = (wall: string, of: 'clot' | 'tingling' | 'nerve', entries: readonly Entry[], noted = {}) =>
  entry<'cleared'>(wall, { kind: 'cleared', sign: of, of: causesOf(entries, of) }, noted);

describe('tingling', () => {
  const tingling = sign('2026-11-29T10:00', 'tingling');

  it('locks for 24 h, and until it is gone', () => {
    expect(signsLocked([tingling], '2026-11-29T11:00')).toEqual(['tingling']);
    const gone = cleared('2026-11-29T12:00', 'tingling', [tingling]);
    expect(signsLocked([tingling, gone], '2026-11-30T09:59')).toEqual(['tingling']);
    expect(signsLocked([tingling, gone], '2026-11-30T10:00')).toEqual([]);
  });

  it('that lasts longer needs a clinician, and clearing the nerve clears it too', () => {
    expect(signsLocked([tingling], '2026-11-30T10:01')).toEqual(['nerve']);
    const looked = cleared('2026-12-01T10:00', 'nerve', [tingling]);
    expect(looked.of).toEqual([tingling.id]);
    expect(signsLocked([tingling, looked], '2026-12-01T10:01')).toEqual([]);
  });
});

describe('a possible clot', () => {
  const calf = sign('2026-11-29T10:00', 'one-calf');

  it('locks until a clinician has ruled it out', () => {
    expect(signsLocked([calf], '2027-11-29T10:00')).toEqual(['clot']);
    expect(signsLocked([calf, cleared('2026-12-02T10:00', 'clot', [calf])], '2026-12-02T10:00')).toEqual([]);
  });

  it('is reported by calf girths that differ by 3 cm', () => {
    const girth = (leftCm: number) =>
      entry<'girth'>('2026-11-29T10:00', { kind: 'girth', leftCm, rightCm: 38 });
    expect(signsLocked([girth(40.9)], '2026-11-29T11:00')).toEqual([]);
    const swollen = girth(41);
    expect(signsLocked([swollen], '2026-11-29T11:00')).toEqual(['clot']);
    expect(causesOf([swollen], 'clot')).toEqual([swollen.id]);
  });

  it('is caused by the last entry that no clearing has lifted', () => {
    const earlier = sign('2026-11-20T10:00', 'one-calf');
    const looked = cleared('2026-11-21T10:00', 'clot', [earlier]);
    const even = entry<'girth'>('2026-11-29T11:00', { kind: 'girth', leftCm: 38, rightCm: 38 });
    expect(lockingEntry([earlier, looked, calf, even], 'clot', berlin)).toBe(calf);
    expect(lockingEntry([earlier, looked, even], 'clot', berlin)).toBeNull();
  });

  it('is not unlocked by a clearing that does not name it', () => {
    // The clearing was noted on a laptop whose clock is an hour ahead. So its time is later than that of the sign on the
    // calf, which it does not name.
    const earlier = sign('2026-11-20T10:00', 'one-calf', { device: laptop });
    const looked = cleared('2026-11-29T11:00', 'clot', [earlier], { device: laptop });
    expect(signsLocked([earlier, looked, calf], '2026-11-29T12:00')).toEqual(['clot']);
    expect(signsLocked([calf, looked, earlier], '2026-11-29T12:00')).toEqual(['clot']);
    expect(signsLocked([earlier, looked], '2026-11-29T12:00')).toEqual([]);
  });

  it('is unlocked by a clearing whose time is earlier because the clock was set back', () => {
    const looked = cleared('2025-01-01T10:00', 'clot', [calf]);
    expect(signsLocked([looked, calf], '2026-11-29T12:00')).toEqual([]);
  });
});

describe('sessions', () => {
  it('are reported with the highest dose of a zone', () => {
    const one = session('2026-11-29T10:00', { step: stepOfPlan(race, { id: 'day1-boots', day: 1 }) });
    expect(reportsOf([one], berlin, planId(race))).toEqual([
      { kind: 'session', at: '2026-11-29T10:00', step: 'day1-boots', minutes: 30, peakMmhg: 55, dose: 300 },
    ]);
  });

  it('for a step of another plan tick no step of this one, even if the step has the same id', () => {
    const one = session('2026-11-29T10:00', { step: stepOfPlan(race, { id: 'day1-boots', day: 1 }) });
    const later = { ...race, at: '2026-11-30T13:10' as WallTime };
    expect(reportsBefore([one], { since: one.at, now: one.at, event: later })).toMatchObject([
      { kind: 'session', step: null },
    ]);
    expect(reportsBefore([one], { since: one.at, now: one.at, event: race })).toMatchObject([
      { kind: 'session', step: 'day1-boots' },
    ]);
  });

  it('count unmeasured time as if the boots had squeezed throughout', () => {
    const half = session('2026-11-29T10:00', { measured: seconds(900), intensity: mmhg(50) });
    expect(reportsOf([half], berlin)).toMatchObject([{ dose: 300 + 15 * (55 - 30) }]);
  });

  it('whose end no page saw count with their planned length', () => {
    const lost = session('2026-11-29T10:00', {
      lasted: seconds(600),
      measured: seconds(600),
      source: { kind: 'lost' },
    });
    expect(reportsOf([lost], berlin)).toMatchObject([{ minutes: 30, dose: 300 + 20 * (55 - 30) }]);
  });

  it('after a given time are passed to a new plan, as are signs that still lock', () => {
    const entries = [
      session('2026-11-28T12:59'),
      sign('2026-11-28T14:00', 'tingling'),
      session('2026-11-28T13:00'),
    ];
    const since = { since: moment('2026-11-28T13:00'), now: moment('2026-11-30T08:00'), event: race };
    expect(reportsBefore(entries, since)).toMatchObject([
      { kind: 'session', at: '2026-11-28T13:00', step: null, dose: 300 },
      // Nobody has said that the tingling is gone. It still locks the boots, so a new plan must know of it.
      { kind: 'tingling', at: '2026-11-28T14:00' },
    ]);
    const gone = cleared('2026-11-28T15:00', 'tingling', entries);
    expect(reportsBefore([...entries, gone], since).map(({ kind }) => kind)).toEqual(['session']);
  });

  it('are passed to a new plan together with the marks that they left', () => {
    const entries = [session('2026-11-29T17:00'), sign('2026-11-29T17:30', 'marks')];
    const since = { since: moment('2026-11-29T10:00'), now: moment('2026-11-30T08:00'), event: race };
    expect(reportsBefore(entries, since).map(({ kind }) => kind)).toEqual(['session', 'marks']);
  });

  it('of simulated boots are not reported', () => {
    expect(reportsOf([session('2026-11-29T10:00', { simulated: true })], berlin)).toEqual([]);
  });
});

describe('a session that the boots’ record has completed', () => {
  const asked = requestFor('marathon');
  const step = stepOfPlan(asked.event, { id: 'day0-boots', day: 0 });
  const remembered = {
    step,
    ended: 'finished',
    source: { kind: 'boots', record: 1, bootCount: 1, counted: true },
  } as const;
  const done = session('2026-11-29T18:00', remembered);

  it('is reported for the time at which it began, and is for its step only if it finished', () => {
    const at = '2026-11-29T18:00';
    expect(rememberedReports(done, asked)).toMatchObject([{ kind: 'session', at, step: 'day0-boots' }]);
    const stopped = { ...done, ended: 'stoppedAtBoots' } as const;
    expect(rememberedReports(stopped, asked)).toMatchObject([{ kind: 'session', at, step: null }]);
    const elsewhere = { ...done, step: { ...step, plan: '0'.repeat(16) } };
    expect(rememberedReports(elsewhere, asked)).toMatchObject([{ step: null }]);
    expect(rememberedReports({ ...done, simulated: true }, asked)).toEqual([
      { kind: 'done', at, step: 'day0-boots' },
    ]);
  });

  it('that the plan knows already is only ticked', () => {
    const [report] = rememberedReports(done, asked);
    if (report === undefined) throw new Error('nothing is reported');
    for (const at of ['2026-11-29T17:56', '2026-11-29T18:20'] as WallTime[]) {
      const knows = { ...asked, reports: [{ ...report, at }] };
      expect(rememberedReports(done, knows)).toEqual([{ kind: 'done', at: report.at, step: 'day0-boots' }]);
    }
  });

  it('does not make up for marks that were reported after it', () => {
    const marks = { kind: 'marks', at: '2026-11-29T19:00' as WallTime } as const;
    const [report] = rememberedReports(done, asked);
    if (report === undefined) throw new Error('nothing is reported');
    const { reports } = withEarlierReport({ ...asked, reports: [marks] }, report);
    expect(reports).toEqual([report, marks]);
  });
});
