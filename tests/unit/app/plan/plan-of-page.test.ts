import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { unknownPerson } from '../../../../src/app/plan/plan-keeper.ts';
import { PlanOfPage } from '../../../../src/app/plan/plan-of-page.ts';
import { compactPlan, readPlan } from '../../../../src/plan/document.ts';
import { stepsOf } from '../../../../src/plan/plan.ts';
import type { PlanForm } from '../../../../src/plan/plan-form.ts';
import type { Report, Tool } from '../../../../src/plan/plan-request.ts';
import type { PlanRow } from '../../../../src/plan/stored.ts';
import { type Moment, momentOf, type TimeZone } from '../../../../src/plan/time/wall-clock.ts';
import type { PlanKeeping } from '../../../../src/ui/places/plan/plan-view.ts';
import { askedFor, at, stepOf } from '../../plan/request-for.ts';

const zone = 'Europe/Berlin' as TimeZone;
const draft: PlanForm = {
  kind: 'marathon',
  at: at('2026-11-29T13:10'),
  went: 'well',
  soreness: 5,
  owns: ['boots', 'roller'],
  barred: [],
  highest: mmhg(60),
  distanceKm: null,
  temperatureC: null,
};

/** A page on a device whose clock can be set. */
function page(keeping: PlanKeeping = 'kept', before: readonly Report[] = [], barred: readonly Tool[] = []) {
  let time = '2026-11-30T08:40';
  const stopped: string[] = [];
  let kept: PlanRow = { request: null, person: unknownPerson };
  const open = async () =>
    new PlanOfPage(
      {
        keep: async (plan) => {
          kept = plan;
          return keeping;
        },
        zone,
        today: (): Moment => momentOf(at(time), zone),
        hasGuides: () => true,
        reportsBefore: () => before,
        barredByAnswers: () => barred,
        reminders: () => 'off',
        stopBoots: () => stopped.push(time),
      },
      kept,
    );
  const setClock = (next: string): void => {
    time = next;
  };
  return { open, setClock, stopped };
}

const current = (plan: PlanOfPage) => {
  const { current: shown } = plan.view.value;
  if (shown === null) throw new Error('there is no plan');
  return shown;
};

describe('the plan of the page', () => {
  it('is none at first, and begins with a person who owns nothing', async () => {
    const plan = await page().open();
    expect(plan.view.value).toMatchObject({ current: null, person: unknownPerson, now: '2026-11-30T08:40' });
  });

  it('is still there after a reload, with what was ticked', async () => {
    const device = page();
    const plan = await device.open();
    plan.make(draft);
    expect(current(plan).standing).toMatchObject({ kind: 'during', day: 1, now: { id: 'day1-walk' } });
    plan.report({ kind: 'done', step: 'day1-walk' });
    const again = await device.open();
    expect(stepOf(current(again).plan, 'day1-walk').state.kind).toBe('done');
    expect(again.step('day1-roller')?.action).toMatchObject({ kind: 'roller', passes: 10 });
    expect(again.step('day99-roller')).toBeNull();
    expect(again.view.value.person.owns).toEqual(['boots', 'roller']);
    again.withdrawStep('day1-walk');
    expect(stepOf(current(again).plan, 'day1-walk').state.kind).toBe('due');
  });

  it('follows the clock', async () => {
    const device = page();
    const plan = await device.open();
    plan.make(draft);
    device.setClock('2026-12-07T09:00');
    plan.refresh();
    expect(current(plan).standing).toMatchObject({ kind: 'during', day: 8, missed: { days: 7 } });
  });

  it('can be removed, replaced and brought back', async () => {
    const plan = await page().open();
    plan.make(draft);
    plan.remove();
    expect(plan.view.value).toMatchObject({ current: null, hasEarlier: true });
    plan.restore();
    expect(current(plan).plan.request.event.kind).toBe('marathon');
    plan.make({ ...draft, kind: 'desk' });
    plan.restore();
    expect(current(plan).plan.request.event.kind).toBe('marathon');
  });

  it('says so when the browser keeps nothing, and lasts as long as the page', async () => {
    const plan = await page('lost').open();
    plan.make(draft);
    await Promise.resolve();
    await Promise.resolve();
    expect(plan.view.value).toMatchObject({
      keeping: 'lost',
      current: { plan: { request: { event: { kind: 'marathon' } } } },
    });
  });

  it('stops the boots when something is reported that boots must not be worn with, and only then', async () => {
    const device = page();
    const plan = await device.open();
    plan.make(draft);
    plan.report({ kind: 'soreness', soreness: 9 });
    plan.report({ kind: 'marks' });
    expect(device.stopped).toEqual([]);
    plan.report({ kind: 'tingling' });
    expect(device.stopped).toHaveLength(1);
    const [report] = current(plan).plan.request.reports.slice(-1);
    if (report) plan.withdrawReport(report);
    expect(current(plan).plan.locks).toEqual([]);
  });

  it('begins with the sessions that the legs have had already', async () => {
    const had = { kind: 'session', step: null, minutes: 25, peakMmhg: 60, dose: 1400 } as const;
    const plan = await page('kept', [{ ...had, at: at('2026-11-30T08:00') }]).open();
    plan.make(draft);
    expect(stepsOf(current(plan).plan).filter(({ id }) => id === 'day1-boots')).toEqual([]);
    expect(plan.request?.reports.map(({ kind }) => kind)).toEqual(['soreness', 'session']);
  });

  it('unlocks when a sign was a mistake, and locks again when the mistake was none', async () => {
    const device = page();
    const plan = await device.open();
    plan.make(draft);
    const told = momentOf(at('2026-11-30T08:40'), zone);
    plan.report({ kind: 'weakness' });
    device.setClock('2026-11-30T09:40');
    plan.report({ kind: 'soreness', soreness: 2 });
    expect(stepOf(current(plan).plan, 'day1-boots').state.kind).toBe('locked');
    // Another sign, or the same one of another time, opens nothing.
    plan.withdrawReportMadeAt({ kind: 'tingling' }, told);
    plan.withdrawReportMadeAt({ kind: 'weakness' }, momentOf(at('2026-11-30T07:00'), zone));
    plan.restoreReport();
    expect(current(plan).plan.locks).toMatchObject([{ sign: 'nerve' }]);
    plan.withdrawReportMadeAt({ kind: 'weakness' }, told);
    expect(current(plan).plan.locks).toEqual([]);
    expect(stepOf(current(plan).plan, 'day1-boots').state.kind).toBe('due');
    plan.restoreReport();
    expect(current(plan).plan.locks).toMatchObject([{ sign: 'nerve', since: '2026-11-30T08:40' }]);
    expect(plan.request?.reports.map(({ kind }) => kind)).toEqual(['soreness', 'weakness', 'soreness']);
  });

  it('takes back a measurement by its figures, whatever day it was noted for', async () => {
    const plan = await page().open();
    plan.make(draft);
    plan.report({ kind: 'girth', leftCm: 38, rightCm: 42 });
    const yesterday = momentOf(at('2026-11-29T12:00'), zone);
    plan.withdrawReportMadeAt({ kind: 'girth', leftCm: 38, rightCm: 41 }, yesterday);
    expect(current(plan).plan.locks).toMatchObject([{ sign: 'clot' }]);
    plan.withdrawReportMadeAt({ kind: 'girth', leftCm: 38, rightCm: 42 }, yesterday);
    expect(current(plan).plan.locks).toEqual([]);
  });

  it('begins with what the journal holds: a sign that was reported before it closes its steps too', async () => {
    const before: readonly Report[] = [{ kind: 'one-calf', at: at('2026-11-28T20:00') }];
    const plan = await page('kept', before).open();
    plan.make(draft);
    expect(current(plan).plan.locks).toMatchObject([{ sign: 'clot', since: '2026-11-28T20:00' }]);
    expect(stepOf(current(plan).plan, 'day1-roller').state.kind).toBe('locked');
    expect(stepOf(current(plan).plan, 'day1-walk').state.kind).toBe('due');
  });

  it('from a file is locked by what the journal holds, once', async () => {
    const before: readonly Report[] = [{ kind: 'one-calf', at: at('2026-11-28T20:00') }];
    const plan = await page('kept', before).open();
    plan.import(askedFor('marathon'));
    expect(current(plan).plan.locks).toMatchObject([{ sign: 'clot' }]);
    const { request } = plan;
    if (request === null) throw new Error('there is no plan');
    plan.import(request);
    expect(plan.request?.reports).toEqual(before);
  });

  it('uses no tool that the answers to the screening rule out, says so, and keeps what was asked for', async () => {
    const plan = await page('kept', [], ['roller', 'plate']).open();
    plan.make(draft);
    const { plan: made, leftOut } = current(plan);
    expect(leftOut).toEqual(['roller']);
    expect(stepsOf(made).some(({ action }) => action.kind === 'roller')).toBe(false);
    expect(stepsOf(made).some(({ action }) => action.kind === 'walk')).toBe(true);
    expect(plan.request?.person).toEqual({ owns: ['boots', 'roller'], barred: [], highest: 60 });
    // Answered anew, they come back.
    const again = await page('kept', [], []).open();
    again.make(draft);
    expect(current(again)).toMatchObject({ leftOut: [] });
    expect(stepsOf(current(again).plan).some(({ action }) => action.kind === 'roller')).toBe(true);
  });

  it('has a session begin as long ago as it lasted', async () => {
    const plan = await page().open();
    plan.make(draft);
    plan.report({ kind: 'session', step: null, minutes: 20, peakMmhg: 50, dose: null });
    expect(plan.request?.reports.at(-1)).toMatchObject({ kind: 'session', at: '2026-11-30T08:20' });
  });

  it('has nobody to tell without a plan', async () => {
    const plan = await page().open();
    plan.report({ kind: 'done', step: 'day1-walk' });
    expect(plan.request).toBeNull();
  });

  it('shows what another tab or another person has made of it, and brings back nothing of theirs', async () => {
    const plan = await page().open();
    plan.make(draft);
    const here = plan.request;
    plan.make({ ...draft, kind: 'desk' });
    plan.replaceBy({ request: here, person: unknownPerson });
    expect(current(plan).plan.request.event.kind).toBe('marathon');
    expect(plan.view.value.hasEarlier).toBe(false);
  });

  it('takes its own plan, read back, for the same', async () => {
    const plan = await page().open();
    plan.make(draft);
    plan.make({ ...draft, kind: 'desk' });
    plan.report({ kind: 'done', step: 'day0-walk-hourly' });
    const { request } = plan;
    if (request === null) throw new Error('there is no plan');
    const read = readPlan(compactPlan(request));
    if (!read.ok) throw new Error('it cannot be read');
    plan.replaceBy({ request: read.request, person: read.request.person });
    expect(plan.view.value.hasEarlier).toBe(true);
  });
});
