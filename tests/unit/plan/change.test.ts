import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { planFor, stepsOf } from '../../../src/plan/plan.ts';
import type { Report } from '../../../src/plan/plan-request.ts';
import { isHourly } from '../../../src/plan/step.ts';
import { at, hasStep, requestFor, stepOf } from './request-for.ts';

const soreness = (when: string, value: number): Report => ({
  at: at(when),
  kind: 'soreness',
  soreness: value,
});
const skipped = (when: string, step: string): Report => ({ at: at(when), kind: 'skipped', step });
const session = (when: string, step: string | null, dose: number | null = null): Report => ({
  at: at(when),
  kind: 'session',
  step,
  minutes: 20,
  peakMmhg: 60,
  dose,
});

describe('soreness', () => {
  it('of 8 on day 2 makes that day and the next gentler, and leaves day 1 as it was', () => {
    const plan = planFor(requestFor('marathon', { reports: [soreness('2026-12-01T07:30', 8)] }), null);
    expect(stepOf(plan, 'day1-boots').action).toMatchObject({ pressure: 60 });
    expect(stepOf(plan, 'day2-boots')).toMatchObject({ action: { pressure: 50 }, changes: ['sore'] });
    expect(stepOf(plan, 'day2-walk').action).toMatchObject({ minutes: 10 });
    expect(hasStep(plan, 'day2-plate')).toBe(false);
    expect(hasStep(plan, 'day2-boots-second')).toBe(false);
    expect(stepsOf(plan).some(({ action }) => action.kind === 'run')).toBe(false);
  });

  it('of 6 does not make the plan gentler', () => {
    const plan = planFor(requestFor('marathon', { reports: [soreness('2026-12-01T07:30', 6)] }), null);
    expect(stepOf(plan, 'day2-boots').action).toMatchObject({ pressure: 60 });
    expect(hasStep(plan, 'day4-run')).toBe(true);
  });

  it('brings running back once it has gone down again', () => {
    const reports = [soreness('2026-12-01T07:30', 8), soreness('2026-12-03T07:30', 3)];
    const plan = planFor(requestFor('marathon', { reports }), null);
    expect(hasStep(plan, 'day4-run')).toBe(true);
    expect(stepOf(plan, 'day2-boots').action).toMatchObject({ pressure: 50 });
  });

  it('above 3 on the morning of a run removes that run, and not the next one', () => {
    const plan = planFor(requestFor('marathon', { reports: [soreness('2026-12-03T07:30', 4)] }), null);
    expect(hasStep(plan, 'day4-run')).toBe(false);
    expect(hasStep(plan, 'day6-run')).toBe(true);
  });
});

describe('an hourly walk of a desk day', () => {
  const states = (reports: readonly Report[], now: string) =>
    stepsOf(planFor(requestFor('desk', { event: { at: at('2026-11-30T09:00') }, reports }), at(now)))
      .filter(isHourly)
      .map(({ at: time, state }) => `${time.slice(11)} ${state.kind}`);

  it('is reported for itself, and is not moved when it is skipped or its time passes', () => {
    const reports: readonly Report[] = [
      { at: at('2026-11-30T10:01'), kind: 'done', step: 'day0-walk-hourly-first' },
      skipped('2026-11-30T12:00', 'day0-walk-hourly-third'),
    ];
    const later = ['14:00 due', '15:00 due', '16:00 due', '17:00 due'];
    expect(states(reports, '2026-11-30T13:10')).toEqual([
      ...['10:00 done', '11:00 passed', '12:00 skipped', '13:00 due'],
      ...later,
    ]);
    expect(states(reports, '2026-11-30T13:11')[3]).toBe('13:00 passed');
  });
});

describe('a skipped step', () => {
  it('of the base layer is offered again in the evening', () => {
    const plan = planFor(
      requestFor('marathon', { reports: [skipped('2026-12-01T08:00', 'day2-walk')] }),
      null,
    );
    expect(stepOf(plan, 'day2-walk')).toMatchObject({
      at: '2026-12-01T19:00',
      changes: ['moved'],
      state: { kind: 'due' },
    });
  });

  it('that is skipped a second time is dropped, and the next day has its own', () => {
    const reports = [skipped('2026-12-01T08:00', 'day2-walk'), skipped('2026-12-01T19:00', 'day2-walk')];
    const plan = planFor(requestFor('marathon', { reports }), null);
    expect(stepOf(plan, 'day2-walk').state).toEqual({ kind: 'skipped' });
    expect(stepOf(plan, 'day3-walk').state).toEqual({ kind: 'due' });
  });

  it('is moved to the evening of its day', () => {
    const plan = planFor(
      requestFor('marathon', { reports: [skipped('2026-11-30T10:00', 'day1-roller')] }),
      null,
    );
    expect(stepOf(plan, 'day1-roller')).toMatchObject({ at: '2026-11-30T19:00', changes: ['moved'] });
  });

  it('of the boots is moved if dose and time between sessions allow it', () => {
    const plan = planFor(requestFor('half', { reports: [skipped('2026-11-30T18:00', 'day1-boots')] }), null);
    expect(stepOf(plan, 'day1-boots')).toMatchObject({
      at: '2026-11-30T19:00',
      action: { minutes: 25 },
      changes: ['moved'],
    });
  });

  it('is dropped if there is no time left and the next day has the same work', () => {
    const plan = planFor(requestFor('half', { reports: [skipped('2026-11-30T21:25', 'day1-boots')] }), null);
    expect(stepOf(plan, 'day1-boots').state).toEqual({ kind: 'skipped' });
  });

  it('is moved to the next day if that day has none of its kind', () => {
    const plan = planFor(
      requestFor('marathon', { reports: [skipped('2026-12-04T21:20', 'day5-massage')] }),
      null,
    );
    expect(stepOf(plan, 'day5-massage')).toMatchObject({
      day: 6,
      at: '2026-12-05T20:15',
      changes: ['moved'],
    });
  });
});

describe('a session', () => {
  it('outside the plan moves the planned session four hours away', () => {
    const reports = [session('2026-12-02T15:30', null)];
    const plan = planFor(requestFor('marathon', { reports }), null);
    expect(stepOf(plan, 'day3-boots').at).toBe('2026-12-02T20:00');
  });

  it('with a high dose shortens or drops the next one within 24 hours', () => {
    const some = planFor(
      requestFor('marathon', { reports: [session('2026-12-02T13:00', null, 1000)] }),
      null,
    );
    expect(stepOf(some, 'day3-boots')).toMatchObject({ action: { minutes: 15 }, changes: ['dose'] });
    expect(stepOf(some, 'day3-boots').dose).toEqual({ had: 1000, advised: 1500 });
    // Two days later, the dose no longer counts.
    expect(stepOf(some, 'day5-boots').dose).toBeNull();
    const much = planFor(
      requestFor('marathon', { reports: [session('2026-12-02T13:00', null, 1400)] }),
      null,
    );
    expect(hasStep(much, 'day3-boots')).toBe(false);
  });

  it('of a step marks the step as done, and counts once', () => {
    const reports = [session('2026-11-30T10:45', 'day1-boots-second', 500)];
    const plan = planFor(requestFor('marathon', { reports }), null);
    expect(stepOf(plan, 'day1-boots-second').state).toEqual({ kind: 'done' });
    expect(stepOf(plan, 'day1-boots')).toMatchObject({ at: '2026-11-30T18:00', action: { minutes: 25 } });
  });

  it('after marks on the skin is 20 mmHg lighter, until a session leaves none', () => {
    const marks: Report = { at: at('2026-11-30T19:30'), kind: 'marks' };
    const once = [session('2026-11-30T18:00', 'day1-boots'), marks];
    expect(stepOf(planFor(requestFor('half', { reports: once }), null), 'day2-boots')).toMatchObject({
      action: { pressure: 40 },
      changes: ['marks'],
    });
    const again = [
      ...once,
      session('2026-12-01T18:00', 'day2-boots'),
      { ...marks, at: at('2026-12-01T19:30') },
    ];
    expect(stepOf(planFor(requestFor('half', { reports: again }), null), 'day3-boots').action).toMatchObject({
      pressure: 20,
    });
    const well = [...once, session('2026-12-01T18:00', 'day2-boots')];
    expect(stepOf(planFor(requestFor('half', { reports: well }), null), 'day3-boots').action).toMatchObject({
      pressure: 60,
    });
  });
});

describe('a person', () => {
  it('who allows 45 mmHg gets no more than that', () => {
    const plan = planFor(requestFor('marathon', { person: { highest: mmhg(45) } }), null);
    expect(stepOf(plan, 'day1-boots')).toMatchObject({ action: { pressure: 45 }, changes: ['highest'] });
  });

  it('with a painful spot gets no running, vibration plate or massage of knots', () => {
    const plan = planFor(requestFor('trail', { event: { went: 'hurt' } }), null);
    const kinds = stepsOf(plan).map(({ action }) => (action.kind === 'massage' ? action.depth : action.kind));
    expect(kinds.filter((kind) => ['run', 'plate', 'spots'].includes(kind))).toEqual([]);
    expect(plan.advice).toContain('spot-hurts');
  });

  it('for whom the event was hard gets shorter first runs and no second session', () => {
    const plan = planFor(requestFor('marathon', { event: { went: 'hard' } }), null);
    expect(stepOf(plan, 'day6-run')).toMatchObject({ action: { minutes: 20 }, changes: ['hard'] });
    expect(hasStep(plan, 'day1-boots-second')).toBe(false);
  });
});

describe('a trail race longer than a marathon', () => {
  it('has the phases of an ultra and the steps of a trail race', () => {
    const plan = planFor(requestFor('trail', { event: { distanceKm: 80 } }), null);
    expect(plan.days.at(-1)?.day).toBe(18);
    expect(stepOf(plan, 'day1-boots').action).toMatchObject({ program: 'ultra', pressure: 50 });
    expect(stepOf(plan, 'day1-mobility').why).toBe('trail-joints');
    expect(hasStep(plan, 'day2-spots')).toBe(false);
  });
});
