import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locksOf } from '../../../../src/plan/change/locks.ts';
import { tools } from '../../../../src/plan/plan-request.ts';
import {
  barredBy,
  contraindications,
  signsOfToday,
  toAskAbout,
} from '../../../../src/plan/screening/questions.ts';
import { screeningOf, VALID_FOR } from '../../../../src/plan/screening/screening.ts';
import {
  type Moment,
  momentAfter,
  momentOf,
  type TimeZone,
  type WallTime,
} from '../../../../src/plan/time/wall-clock.ts';

const berlin = 'Europe/Berlin' as TimeZone;
const wall = '2026-11-29T10:00' as WallTime;
const now: Moment = momentOf(wall, berlin);
const ago = (minutes: number): Moment => momentAfter(now, -minutes);
const answered = (yes: readonly string[] = [], clinician = false, at = now) => ({ at, yes, clinician });

describe('the screening', () => {
  it('is due before the first session and each month', () => {
    expect(screeningOf(null, now)).toEqual({ kind: 'due', why: 'first' });
    expect(screeningOf(answered([], false, ago(VALID_FOR - 1)), now)).toMatchObject({ kind: 'passed' });
    expect(screeningOf(answered([], false, ago(VALID_FOR)), now)).toEqual({ kind: 'due', why: 'month' });
  });

  it('does not accept answers from the future', () => {
    expect(screeningOf(answered([], false, momentAfter(now, 1)), now)).toEqual({ kind: 'due', why: 'clock' });
  });

  it.each(contraindications)('blocks with %s, whatever a clinician said and however long ago', (yes) => {
    for (const at of [now, ago(10 * VALID_FOR), momentAfter(now, 5)])
      expect(screeningOf(answered([yes, 'pregnant'], true, at), now)).toEqual({ kind: 'blocked', by: [yes] });
  });

  it.each(toAskAbout)('asks for a clinician’s consent with %s', (yes) => {
    expect(screeningOf(answered([yes]), now)).toEqual({ kind: 'askFirst', about: [yes] });
    expect(screeningOf(answered([yes], true), now)).toMatchObject({ kind: 'passed' });
  });

  it('is due again after an ultra, for a week', () => {
    const ultra = ago(60);
    const before = answered([], false, ago(120));
    expect(screeningOf(before, now, ultra)).toEqual({ kind: 'due', why: 'ultra' });
    expect(screeningOf(answered([], false, ago(30)), now, ultra)).toMatchObject({ kind: 'passed' });
    expect(screeningOf(before, momentAfter(ultra, 7 * 24 * 60), ultra)).toMatchObject({ kind: 'passed' });
    expect(screeningOf(before, now, momentAfter(now, 60))).toMatchObject({ kind: 'passed' });
  });

  it('never passes a person with a contraindication', () => {
    fc.assert(
      fc.property(
        fc.subarray([...contraindications, ...toAskAbout, 'another-version']),
        fc.boolean(),
        fc.nat(3 * VALID_FOR),
        (yes, clinician, minutes) => {
          const { kind } = screeningOf(answered(yes, clinician, ago(minutes)), now);
          const blocked = contraindications.some((one) => yes.includes(one));
          expect(kind === 'blocked').toBe(blocked);
          if (kind === 'passed')
            expect(toAskAbout.some((one) => yes.includes(one)) && !clinician).toBe(false);
        },
      ),
    );
  });

  it('rules out tools for plans, and with any contraindication the boots', () => {
    for (const yes of contraindications) expect(barredBy([yes])).toContain('boots');
    expect(barredBy(['implant'])).toEqual(['plate']);
    expect(barredBy(['another-version'])).toEqual([]);
    expect(new Set(barredBy(contraindications))).toEqual(new Set(tools));
  });
});

describe('a sign of today', () => {
  it.each(signsOfToday)('locks the boots: %s', (kind) => {
    expect(locksOf([{ kind, at: wall }], now, berlin)).toHaveLength(1);
  });
});
