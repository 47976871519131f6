import { firstValueFrom } from 'rxjs';
import { describe, expect, it, vi } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { planKeeper } from '../../../../src/app/plan/plan-keeper.ts';
import type { WallTime } from '../../../../src/plan/time/wall-clock.ts';
import { berlin, moment } from '../../journal/entries.ts';
import { at, requestFor } from '../../plan/request-for.ts';
import { pageWithJournal } from './page-with-journal.ts';

/** The time at which the page opens. */
const here = '2026-11-29T10:00' as WallTime;
const ultra = (time: string) => requestFor('ultra', { event: { at: at(time), zone: berlin } });

describe('the gate', () => {
  it('opens after the answers, for a month', async () => {
    const { journal, gateIs, later } = await pageWithJournal();
    expect(journal.gate.value).toEqual({ kind: 'due', why: 'first' });
    journal.answerScreening({ yes: [], signs: [], clinician: false });
    await gateIs('open');
    later(30 * 24 * 60);
    expect(journal.gate.value).toEqual({ kind: 'due', why: 'month' });
  });

  it('asks the questions again after an ultra', async () => {
    const { journal, gateIs, later } = await pageWithJournal();
    journal.ofPlan.onPlan(ultra('2026-11-29T10:30'));
    journal.answerScreening({ yes: [], signs: [], clinician: false });
    await gateIs('open');
    later(60);
    expect(journal.gate.value).toEqual({ kind: 'due', why: 'ultra' });
  });

  it('asks the questions at once if a plan after an ultra is made, until the plan is removed', async () => {
    const { journal, gateIs, later } = await pageWithJournal();
    journal.answerScreening({ yes: [], signs: [], clinician: false });
    await gateIs('open');
    later(60);
    journal.ofPlan.onPlan(ultra('2026-11-29T10:30'));
    expect(journal.gate.value).toEqual({ kind: 'due', why: 'ultra' });
    const planned = { minutes: 30, intensity: mmhg(60), dose: 900 };
    expect(journal.objections(planned).map(({ kind }) => kind)).toContain('tooSoonAfterEvent');
    journal.ofPlan.onPlan(null);
    expect(journal.gate.value).toEqual({ kind: 'open' });
    expect(journal.objections(planned)).toEqual([]);
  });

  it('asks the questions when a plan after an ultra has been stored', async () => {
    const { store, journal, gateIs, later } = await pageWithJournal();
    journal.answerScreening({ yes: [], signs: [], clinician: false });
    await gateIs('open');
    later(60);
    const request = ultra('2026-11-29T10:30');
    const other = planKeeper(store, () => undefined);
    await firstValueFrom(other.plans);
    await other.keep({ request, person: request.person });
    expect(await gateIs('due')).toEqual({ kind: 'due', why: 'ultra' });
  });

  it('asks the questions at once if the person wants it, also on the next page, until they have answered', async () => {
    const { journal, gateIs, rescreening } = await pageWithJournal();
    journal.answerScreening({ yes: [], signs: [], clinician: false });
    await gateIs('open');
    journal.requestScreening();
    expect(journal.gate.value).toEqual({ kind: 'due', why: 'asked' });
    await vi.waitFor(async () => expect(await rescreening()).toHaveLength(1));
    journal.answerScreening({ yes: [], signs: [], clinician: false });
    await gateIs('open');
    await vi.waitFor(async () => expect(await rescreening()).toEqual([]));
  });

  it('is locked by a sign of today, which stops the boots and reaches the plan once, and is unlocked by a clinician', async () => {
    const { journal, gateIs, reports, stopped, until, kinds } = await pageWithJournal();
    journal.answerScreening({ yes: [], signs: ['one-calf'], clinician: false });
    expect(await gateIs('locked')).toMatchObject({ lock: { sign: 'clot' } });
    expect(stopped()).toBe(1);
    expect(reports).toEqual([{ kind: 'one-calf' }]);
    expect([...kinds()].sort()).toEqual(['screening', 'sign']);
    journal.clear('clot');
    await gateIs('open');
    expect(reports).toEqual([{ kind: 'one-calf' }, { kind: 'cleared', sign: 'clot' }]);
    await until(journal.keeper.state, ({ journal: all }) => all.entries.length === 3);
  });

  it('opens again if a sign was reported by mistake', async () => {
    const { journal, gateIs, takenBack } = await pageWithJournal();
    journal.answerScreening({ yes: [], signs: ['tingling'], clinician: false });
    await gateIs('locked');
    journal.withdrawSign('tingling');
    expect(await gateIs('open')).toEqual({ kind: 'open' });
    // The plan had the report too, so the journal withdraws it from the plan.
    expect(takenBack).toEqual([[{ kind: 'tingling' }, 0]]);
  });

  it('locks again, as does the plan, if an erased sign is restored', async () => {
    const { journal, gateIs, takenBack } = await pageWithJournal();
    journal.answerScreening({ yes: [], signs: ['one-calf'], clinician: false });
    await gateIs('locked');
    const [sign] = journal.own.filter(({ kind }) => kind === 'sign');
    if (sign === undefined) throw new Error('no sign');
    await journal.erase(sign);
    await gateIs('open');
    await journal.restore(sign, null);
    await gateIs('locked');
    expect(takenBack).toEqual([[{ kind: 'one-calf' }, 0], 'restored']);
  });

  it('opens again if differing girths are withdrawn from the plan', async () => {
    const { journal, gateIs } = await pageWithJournal();
    journal.answerScreening({ yes: [], signs: [], clinician: false });
    journal.onReport({ kind: 'girth', leftCm: 38, rightCm: 42 });
    expect(await gateIs('locked')).toMatchObject({ lock: { sign: 'clot' } });
    journal.onReportWithdrawn({ kind: 'girth', leftCm: 38, rightCm: 42, at: here });
    await gateIs('open');
  });

  it('opens again if the girths that locked it were a mistake, whether the plan or the journal says so, though others followed', async () => {
    for (const isInPlan of [true, false]) {
      const { journal, gateIs, takenBack, kinds } = await pageWithJournal();
      journal.answerScreening({ yes: [], signs: [], clinician: false });
      journal.onReport({ kind: 'girth', leftCm: 40, rightCm: 36 });
      await gateIs('locked');
      journal.onReport({ kind: 'girth', leftCm: 38, rightCm: 38 });
      await expect.poll(kinds).toEqual(['screening', 'girth', 'girth']);
      if (isInPlan) journal.onReportWithdrawn({ kind: 'girth', leftCm: 40, rightCm: 36, at: here });
      else journal.withdrawSign('clot');
      await gateIs('open');
      expect(journal.own.filter(({ kind }) => kind === 'girth')).toMatchObject([{ leftCm: 38 }]);
      expect(takenBack).toEqual(isInPlan ? [] : [[{ kind: 'girth', leftCm: 40, rightCm: 36 }, 0]]);
    }
  });

  it('erases of several entries with the content of a withdrawn report the nearest in time', async () => {
    const { journal, kinds } = await pageWithJournal();
    await journal.note({ kind: 'sign', sign: 'tingling', of: null }, moment('2026-11-27T10:00'));
    await journal.note({ kind: 'sign', sign: 'tingling', of: null });
    await expect.poll(kinds).toEqual(['sign', 'sign']);
    journal.onReportWithdrawn({ kind: 'tingling', at: '2026-11-27T10:03' as WallTime });
    await expect.poll(kinds).toEqual(['sign']);
    expect(journal.own[0]?.at).toBe(moment('2026-11-29T10:00'));
  });

  it('reports to the plan today’s soreness only, but every girth', async () => {
    const { journal, reports } = await pageWithJournal();
    const yesterday = moment('2026-11-28T12:00');
    await journal.note({ kind: 'soreness', when: 'morning', scores: { legs: 8 }, of: null }, yesterday);
    await journal.note({ kind: 'girth', leftCm: 38, rightCm: 39 }, yesterday);
    await journal.note(
      { kind: 'soreness', when: 'morning', scores: { legs: 3 }, of: null },
      moment('2026-11-29T07:00'),
    );
    expect(reports).toEqual([
      { kind: 'girth', leftCm: 38, rightCm: 39 },
      { kind: 'soreness', soreness: 3 },
    ]);
  });

  it.each([
    { event: '2026-11-28T13:00', minutes: 0, when: 'morning' },
    { event: '2026-11-28T13:00', minutes: 119, when: 'morning' },
    { event: '2026-11-28T13:00', minutes: 120, when: 'before' },
    { event: '2026-11-29T09:00', minutes: 0, when: 'before' },
  ])('notes soreness reported $minutes min after ten, with the event at $event, as $when', async (given) => {
    const { journal, later, kinds } = await pageWithJournal();
    journal.ofPlan.onPlan(requestFor('marathon', { event: { at: at(given.event), zone: berlin } }));
    later(given.minutes);
    journal.onReport({ kind: 'soreness', soreness: 4 });
    await expect.poll(kinds).toEqual(['soreness']);
    expect(journal.own).toMatchObject([{ when: given.when, scores: { legs: 4 } }]);
  });

  it('notes the soreness from the form of a new plan as the morning’s only if the new event was on an earlier day', async () => {
    const { journal, kinds } = await pageWithJournal();
    journal.ofPlan.onPlan(requestFor('marathon', { event: { at: at('2026-11-20T13:00'), zone: berlin } }));
    journal.onReport({ kind: 'soreness', soreness: 4 }, '2026-11-29T09:00' as WallTime);
    journal.onReport({ kind: 'soreness', soreness: 5 }, '2026-11-28T13:00' as WallTime);
    await expect.poll(kinds).toEqual(['soreness', 'soreness']);
    expect(journal.own).toMatchObject([{ when: 'before' }, { when: 'morning' }]);
  });

  it('is locked by a sign that was reported to the plan', async () => {
    const { journal, gateIs, reports } = await pageWithJournal();
    journal.answerScreening({ yes: [], signs: [], clinician: false });
    await gateIs('open');
    journal.onReport({ kind: 'weakness' });
    expect(await gateIs('locked')).toMatchObject({ lock: { sign: 'nerve' } });
    journal.onReportWithdrawn({ kind: 'weakness', at: here });
    await gateIs('open');
    expect(reports).toEqual([]);
  });
});
