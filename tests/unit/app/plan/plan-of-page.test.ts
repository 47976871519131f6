import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { unknownPerson } from '../../../../src/app/plan/plan-keeper.ts';
import { PlanOfPage } from '../../../../src/app/plan/plan-of-page.ts';
import { compactPlan, readPlan } from '../../../../src/plan/document.ts';
import { stepsOf } from '../../../../src/plan/plan.ts';
import type { PlanForm } from '../../../../src/plan/plan-form.ts';
import type { Report } from '../../../../src/plan/plan-request.ts';
import type { PlanRow } from '../../../../src/plan/stored.ts';
import { type Moment, momentOf, type TimeZone } from '../../../../src/plan/time/wall-clock.ts';
import type { PlanKeeping } from '../../../../src/ui/places/plan/plan-view.ts';
import { at, requestFor, stepOf } from '../../plan/request-for.ts';

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
  minutes: null,
  ascentM: null,
  temperatureC: null,
};

function page(keeping: PlanKeeping = 'kept', before: readonly Report[] = [], yes: readonly string[] = []) {
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
        answers: () => yes,
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
  it('does not exist at first, and its person owns nothing', async () => {
    const plan = await page().open();
    expect(plan.view.value).toMatchObject({ current: null, person: unknownPerson, now: '2026-11-30T08:40' });
  });

  it('is still there after a reload, with its ticked steps', async () => {
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

  it('lasts as long as the page if the browser stores nothing, and says so', async () => {
    const plan = await page('lost').open();
    plan.make(draft);
    await Promise.resolve();
    await Promise.resolve();
    expect(plan.view.value).toMatchObject({
      keeping: 'lost',
      current: { plan: { request: { event: { kind: 'marathon' } } } },
    });
  });

  it('stops the boots only when the user reports something with which boots must not be worn', async () => {
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

  it('begins with the sessions that the person has had already', async () => {
    const had = { kind: 'session', step: null, minutes: 25, peakMmhg: 60, dose: 1400 } as const;
    const plan = await page('kept', [{ ...had, at: at('2026-11-30T08:00') }]).open();
    plan.make(draft);
    expect(stepsOf(current(plan).plan).filter(({ id }) => id === 'day1-boots')).toEqual([]);
    expect(plan.request?.reports.map(({ kind }) => kind)).toEqual(['soreness', 'session']);
  });

  it('unlocks when a sign is withdrawn, and locks again when it is restored', async () => {
    const device = page();
    const plan = await device.open();
    plan.make(draft);
    const reportedAt = momentOf(at('2026-11-30T08:40'), zone);
    plan.report({ kind: 'weakness' });
    device.setClock('2026-11-30T09:40');
    plan.report({ kind: 'soreness', soreness: 2 });
    expect(stepOf(current(plan).plan, 'day1-boots').state.kind).toBe('locked');
    // The first of these calls names another sign, the second another time. So neither withdraws the report, and there is nothing to
    // restore.
    plan.withdrawReportMadeAt({ kind: 'tingling' }, reportedAt);
    plan.withdrawReportMadeAt({ kind: 'weakness' }, momentOf(at('2026-11-30T07:00'), zone));
    plan.restoreReport();
    expect(current(plan).plan.locks).toMatchObject([{ sign: 'nerve' }]);
    plan.withdrawReportMadeAt({ kind: 'weakness' }, reportedAt);
    expect(current(plan).plan.locks).toEqual([]);
    expect(stepOf(current(plan).plan, 'day1-boots').state.kind).toBe('due');
    plan.restoreReport();
    expect(current(plan).plan.locks).toMatchObject([{ sign: 'nerve', since: '2026-11-30T08:40' }]);
    expect(plan.request?.reports.map(({ kind }) => kind)).toEqual(['soreness', 'weakness', 'soreness']);
  });

  it('withdraws a measurement by its values, whatever day it was entered for', async () => {
    const plan = await page().open();
    plan.make(draft);
    plan.report({ kind: 'girth', leftCm: 38, rightCm: 42 });
    const yesterday = momentOf(at('2026-11-29T12:00'), zone);
    plan.withdrawReportMadeAt({ kind: 'girth', leftCm: 38, rightCm: 41 }, yesterday);
    expect(current(plan).plan.locks).toMatchObject([{ sign: 'clot' }]);
    plan.withdrawReportMadeAt({ kind: 'girth', leftCm: 38, rightCm: 42 }, yesterday);
    expect(current(plan).plan.locks).toEqual([]);
  });

  it('begins with the signs in the journal: a sign that was reported earlier locks its steps too', async () => {
    const before: readonly Report[] = [{ kind: 'one-calf', at: at('2026-11-28T20:00') }];
    const plan = await page('kept', before).open();
    plan.make(draft);
    expect(current(plan).plan.locks).toMatchObject([{ sign: 'clot', since: '2026-11-28T20:00' }]);
    expect(stepOf(current(plan).plan, 'day1-roller').state.kind).toBe('locked');
    expect(stepOf(current(plan).plan, 'day1-walk').state.kind).toBe('due');
  });

  it('from a file is locked by the signs in the journal, which are added only once', async () => {
    const before: readonly Report[] = [{ kind: 'one-calf', at: at('2026-11-28T20:00') }];
    const plan = await page('kept', before).open();
    plan.import(requestFor('marathon'));
    expect(current(plan).plan.locks).toMatchObject([{ sign: 'clot' }]);
    const { request } = plan;
    if (request === null) throw new Error('there is no plan');
    plan.import(request);
    expect(plan.request?.reports).toEqual(before);
  });

  it('from a file has no boots session above the pressure that the person allowed before', async () => {
    const plan = await page().open();
    plan.make({ ...draft, highest: mmhg(45) });
    plan.import(requestFor('marathon', { person: { highest: mmhg(80) } }));
    expect(stepOf(current(plan).plan, 'day1-boots').action).toMatchObject({ pressure: 45 });
  });

  it('has no step that the screening answers rule out, names what is left out, and keeps the tools of the request', async () => {
    const plan = await page('kept', [], ['recent-clot']).open();
    plan.make(draft);
    const { plan: made, leftOut } = current(plan);
    expect(leftOut).toEqual(['boots', 'roller', 'massage', 'stretch', 'run']);
    const ruledOut = ['boots', 'roller', 'massage', 'stretch', 'run'];
    expect(stepsOf(made).filter(({ action }) => ruledOut.includes(action.kind))).toEqual([]);
    expect(stepsOf(made).some(({ action }) => action.kind === 'walk')).toBe(true);
    expect(plan.request?.person).toEqual({ owns: ['boots', 'roller'], barred: [], highest: 60 });
    plan.make({ ...draft, owns: [], kind: 'flight' });
    expect(current(plan).leftOut).toEqual(['massage', 'stretch']);
    const again = await page('kept', [], []).open();
    again.make(draft);
    expect(current(again)).toMatchObject({ leftOut: [] });
    expect(stepsOf(current(again).plan).some(({ action }) => action.kind === 'roller')).toBe(true);
  });

  it('dates a session back to its beginning', async () => {
    const plan = await page().open();
    plan.make(draft);
    plan.report({ kind: 'session', step: null, minutes: 20, peakMmhg: 50, dose: null });
    expect(plan.request?.reports.at(-1)).toMatchObject({ kind: 'session', at: '2026-11-30T08:20' });
  });

  it('ignores reports while there is no plan', async () => {
    const plan = await page().open();
    plan.report({ kind: 'done', step: 'day1-walk' });
    expect(plan.request).toBeNull();
  });

  it('is replaced by one from another tab or person, which `restore` does not bring back', async () => {
    const plan = await page().open();
    plan.make(draft);
    const here = plan.request;
    plan.make({ ...draft, kind: 'desk' });
    plan.replaceBy({ request: here, person: unknownPerson });
    expect(current(plan).plan.request.event.kind).toBe('marathon');
    expect(plan.view.value.hasEarlier).toBe(false);
  });

  it('is recognised as the same when it comes back from the store', async () => {
    const plan = await page().open();
    plan.make(draft);
    plan.make({ ...draft, kind: 'desk' });
    plan.report({ kind: 'done', step: 'day0-walk-hourly-third' });
    const { request } = plan;
    if (request === null) throw new Error('there is no plan');
    const read = readPlan(compactPlan(request));
    if (!read.ok) throw new Error('it cannot be read');
    plan.replaceBy({ request: read.request, person: read.request.person });
    expect(plan.view.value.hasEarlier).toBe(true);
  });
});
