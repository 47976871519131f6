/** The form for a new plan, with the request that it makes; and what home shows of a plan today. */

import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { planText, readPlan } from '../../../src/plan/document.ts';
import { planFor } from '../../../src/plan/plan.ts';
import { fromActivity, nearTime, type PlanForm, requestFrom } from '../../../src/plan/plan-form.ts';
import type { Tool } from '../../../src/plan/plan-request.ts';
import { standingAt } from '../../../src/plan/standing.ts';
import { momentOf, type TimeZone } from '../../../src/plan/time/wall-clock.ts';
import { asksSoreness, standsAlone, stepOfToday } from '../../../src/plan/today.ts';
import { planWords } from '../../../src/words/plan/plan-in-use.ts';
import { at, requestFor } from './request-for.ts';

const berlin = 'Europe/Berlin' as TimeZone;
const now = at('2026-11-29T17:10');
const draft: PlanForm = {
  kind: 'marathon',
  at: at('2026-11-29T13:10'),
  went: 'hard',
  soreness: 5,
  owns: ['roller'],
  barred: [],
  highest: mmhg(60),
  distanceKm: null,
  minutes: null,
  ascentM: null,
  temperatureC: null,
};

it('the form makes a request with the event, the person and the present soreness', () => {
  expect(requestFrom(draft, berlin, now)).toEqual({
    event: {
      kind: 'marathon',
      at: draft.at,
      zone: berlin,
      went: 'hard',
      distanceKm: null,
      minutes: null,
      ascentM: null,
      temperatureC: null,
    },
    person: { owns: ['roller'], barred: [], highest: 60 },
    reports: [{ kind: 'soreness', at: now, soreness: 5 }],
  });
});

it('the request for a flight counts it as gone well, and has no soreness', () => {
  expect(requestFrom({ ...draft, kind: 'flight' }, berlin, now)).toMatchObject({
    event: { went: 'well' },
    reports: [],
  });
});

it('the form offers as times now, four hours ago, and 13:00 yesterday', () => {
  expect(nearTime('now', now)).toBe(now);
  expect(nearTime('fourHours', at('2026-11-30T01:30'))).toBe('2026-11-29T21:30');
  expect(nearTime('yesterday', now)).toBe('2026-11-28T13:00');
});

it('today’s step is the one whose time it is, otherwise the next of the same day, if there is one', () => {
  const plan = (time: string) => planFor(requestFrom(draft, berlin, now), at(time));
  const shown = (time: string) => stepOfToday(standingAt(plan(time), at(time)), at(time));
  expect(shown('2026-11-30T08:40')?.id).toBe('day1-walk');
  expect(shown('2026-11-30T08:00')?.id).toBe('day1-walk');
  expect(shown('2026-11-29T23:30')).toBeNull();
});

it('on a desk day, the hourly walk is shown at each hour, and the other steps between', () => {
  const shown = (time: string, owns: readonly Tool[] = []): string | undefined => {
    const here = at(`2026-11-30T${time}`);
    const desk = requestFor('desk', { event: { at: at('2026-11-30T09:00') }, person: { owns } });
    return stepOfToday(standingAt(planFor(desk, here), here), here)?.id;
  };
  for (const time of ['09:30', '10:00', '10:10']) expect(shown(time)).toBe('day0-walk-hourly-first');
  expect(shown('10:11')).toBe('day0-walk-hourly-second');
  expect(shown('11:11', ['boots'])).toBe('day0-boots');
  expect(shown('11:59', ['boots'])).toBe('day0-boots');
  expect(shown('12:30')).toBe('day0-walk-hourly-fourth');
  expect(shown('13:04')).toBe('day0-walk-hourly-fourth');
  expect(shown('13:05')).toBe('day0-mobility');
  expect(shown('14:30')).toBe('day0-walk-hourly-sixth');
  expect(shown('17:12')).toBe('day0-walk-evening');
});

it('the page asks how sore the legs are on each day on which the person has not said it yet', () => {
  const first = requestFrom(draft, berlin, now);
  const asks = (time: string, asked = first): boolean => {
    const plan = planFor(asked, at(time));
    return asksSoreness(plan, standingAt(plan, at(time)), at(time));
  };
  expect(asks('2026-11-29T20:00')).toBe(false);
  expect(asks('2026-11-30T07:00')).toBe(true);
  const soreness = { kind: 'soreness', at: at('2026-11-30T07:00'), soreness: 5 } as const;
  const answered = { ...first, reports: [...first.reports, soreness] };
  expect(asks('2026-11-30T20:00', answered)).toBe(false);
  expect(asks('2026-12-01T07:00', answered)).toBe(true);
});

it('an emergency or an urgent sign is shown alone', () => {
  const asked = requestFrom(draft, berlin, now);
  const after = (kind: 'emergency' | 'dark-urine' | 'one-calf') =>
    standsAlone(planFor({ ...asked, reports: [{ kind, at: now }] }, now))?.sign ?? null;
  expect([after('emergency'), after('dark-urine'), after('one-calf')]).toEqual(['emergency', 'urgent', null]);
});

describe('an imported activity', () => {
  const run = { endedAt: null, distanceKm: 42.4, minutes: 221, ascentM: 320, temperatureC: 4 };
  const empty = { kind: null, at: now, distanceKm: null, minutes: null, ascentM: null, temperatureC: null };

  it('fills in the kind of event, its end, and all its figures', () => {
    const endedAt = momentOf(at('2026-11-29T13:10'), berlin);
    expect(fromActivity({ ...run, endedAt }, berlin, empty)).toEqual({
      kind: 'marathon',
      at: '2026-11-29T13:10',
      distanceKm: 42.4,
      minutes: 221,
      ascentM: 320,
      temperatureC: 4,
    });
  });

  it.each([
    [10.1, 80, '10k'],
    [21.3, 100, 'half'],
    [30, 100, null],
    [30, 1500, 'trail'],
    [62, 2500, 'ultra'],
    [4, 400, null],
  ])('of %d km with %d m of ascent', (distanceKm, ascentM, kind) => {
    expect(fromActivity({ ...run, distanceKm, ascentM }, berlin, empty).kind).toBe(kind);
  });

  it('leaves the chosen kind, and fields for which it has no value', () => {
    const silent = { endedAt: null, distanceKm: null, minutes: null, ascentM: null, temperatureC: null };
    const chosen = {
      ...empty,
      kind: 'trail',
      distanceKm: 12,
      minutes: 90,
      ascentM: 400,
      temperatureC: 20,
    } as const;
    expect(fromActivity(silent, berlin, chosen)).toEqual(chosen);
    expect(fromActivity(run, berlin, chosen).kind).toBe('trail');
  });

  it('with impossible figures makes a plan that can be stored', () => {
    const impossible = { endedAt: null, distanceKm: 5000, minutes: 0, ascentM: 1e9, temperatureC: 4 };
    const filled = fromActivity(impossible, berlin, empty);
    expect(filled).toMatchObject({ distanceKm: null, minutes: null, ascentM: null, temperatureC: 4 });
    const request = requestFrom({ ...draft, ...filled, kind: 'trail' }, berlin, now);
    expect(readPlan(planText(request))).toEqual({ ok: true, request });
  });

  it('gives its figures to the plan, which keeps them', () => {
    const request = requestFrom(
      { ...draft, ...fromActivity(run, berlin, empty), kind: 'trail' },
      berlin,
      now,
    );
    expect(request.event).toMatchObject({ distanceKm: 42.4, minutes: 221, ascentM: 320, temperatureC: 4 });
    expect(readPlan(planText(request))).toEqual({ ok: true, request });
    const shown = planWords().figures(request.event).replaceAll(/\s/g, ' ');
    expect(shown).toBe('42.4 km, 3 h 41 min, 320 m up, and 4 °C');
    expect(planWords().figures(empty)).toBe('');
  });
});
