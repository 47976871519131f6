/** How the page uses the journal: the gate before real boots, the questions after a session, and the reports it shares with the plan. */

import { filter, firstValueFrom, type Observable } from 'rxjs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { JournalKeeper } from '../../../../src/app/journal/journal-keeper.ts';
import { JournalOfPage, type PlanEvent } from '../../../../src/app/journal/journal-of-page.ts';
import { Rescreening, rescreeningValue } from '../../../../src/app/journal/rescreening.ts';
import type { SessionEntry } from '../../../../src/journal/entry.ts';
import type { UntimedReport } from '../../../../src/plan/reporting.ts';
import type { Moment, WallTime } from '../../../../src/plan/time/wall-clock.ts';
import { berlin, moment, session } from '../../journal/entries.ts';
import { device } from '../../store/tabs.ts';

/** The wall time of `page`. */
const here = '2026-11-29T10:00' as WallTime;

async function page(event: PlanEvent | null = null) {
  let at = moment('2026-11-29T10:00');
  const now = (): Moment => at;
  const here = device();
  const store = here.tab();
  const keeper = await JournalKeeper.open({
    store,
    now,
    zone: () => berlin,
    random: Math.random,
  });
  onTestFinished(() => keeper.close());
  const told: UntimedReport[] = [];
  const takenBack: unknown[] = [];
  let stops = 0;
  const journal: JournalOfPage = new JournalOfPage({
    keeper,
    rescreening: await Rescreening.open(store.value(rescreeningValue)),
    now,
    zone: () => berlin,
    event: () => event,
    // As on the page: a report that goes to the plan comes back to the journal as an event.
    reportToPlan: (report) => {
      told.push(report);
      journal.onReport(report);
    },
    withdrawReport: (report, when) => takenBack.push([report, when - at]),
    restoreReport: () => takenBack.push('restored'),
    stopBoots: () => {
      stops += 1;
    },
  });
  const later = (minutes: number): void => {
    at = (at + minutes * 60_000) as Moment;
    journal.refresh();
  };
  const ran = async (more: Partial<SessionEntry> = {}): Promise<SessionEntry> => {
    journal.onSessionBegin();
    journal.onSessionEnd();
    const {
      id: _i,
      person: _p,
      device: _d,
      order: _o,
      zone: _z,
      at: began,
      ...told
    } = session('2026-11-29T09:20');
    const entry = (await keeper.entry({ ...told, ...more }, began)) as SessionEntry;
    await keeper.keep(entry);
    journal.onSessionEntered(entry);
    return entry;
  };
  const until = <T>(values: Observable<T>, good: (value: T) => boolean): Promise<T> =>
    firstValueFrom(values.pipe(filter(good)));
  const gateIs = (kind: string) => until(journal.gate, (gate) => gate.kind === kind);
  const kinds = (): readonly string[] => journal.own.map((entry) => entry.kind);
  /** The people to be screened again, as another page of this device reads them. */
  const rescreening = async () => (await Rescreening.open(here.tab().value(rescreeningValue))).people.value;
  return {
    journal,
    keeper,
    rescreening,
    told,
    takenBack,
    later,
    ran,
    until,
    gateIs,
    kinds,
    stopped: () => stops,
  };
}

describe('the gate', () => {
  it('opens after the answers, for a month', async () => {
    const { journal, gateIs, later } = await page();
    expect(journal.gate.value).toEqual({ kind: 'due', why: 'first' });
    journal.answerScreening({ yes: [], signs: [], clinician: false });
    await gateIs('open');
    later(30 * 24 * 60);
    expect(journal.gate.value).toEqual({ kind: 'due', why: 'month' });
  });

  it('asks the questions again after an ultra', async () => {
    const ultra = { at: moment('2026-11-29T10:30'), isUltra: true };
    const { journal, gateIs, later } = await page(ultra);
    journal.answerScreening({ yes: [], signs: [], clinician: false });
    await gateIs('open');
    later(60);
    expect(journal.gate.value).toEqual({ kind: 'due', why: 'ultra' });
  });

  it('asks the questions at once if the person wants it, also on the next page, until they have answered', async () => {
    const { journal, gateIs, rescreening } = await page();
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
    const { journal, gateIs, told, stopped, until, kinds } = await page();
    journal.answerScreening({ yes: [], signs: ['one-calf'], clinician: false });
    expect(await gateIs('locked')).toMatchObject({ lock: { sign: 'clot' } });
    expect(stopped()).toBe(1);
    expect(told).toEqual([{ kind: 'one-calf' }]);
    expect([...kinds()].sort()).toEqual(['screening', 'sign']);
    journal.clear('clot');
    await gateIs('open');
    expect(told).toEqual([{ kind: 'one-calf' }, { kind: 'cleared', sign: 'clot' }]);
    await until(journal.keeper.state, ({ journal: all }) => all.entries.length === 3);
  });

  it('opens again if a sign was reported by mistake', async () => {
    const { journal, gateIs, takenBack } = await page();
    journal.answerScreening({ yes: [], signs: ['tingling'], clinician: false });
    await gateIs('locked');
    journal.withdrawSign('tingling');
    expect(await gateIs('open')).toEqual({ kind: 'open' });
    // The plan had the report, so the journal withdraws it there.
    expect(takenBack).toEqual([[{ kind: 'tingling' }, 0]]);
  });

  it('locks again, as does the plan, if an erased sign is restored', async () => {
    const { journal, gateIs, takenBack } = await page();
    journal.answerScreening({ yes: [], signs: ['one-calf'], clinician: false });
    await gateIs('locked');
    const [sign] = journal.own.filter(({ kind }) => kind === 'sign');
    if (sign === undefined) throw new Error('no sign');
    await journal.erase(sign);
    await gateIs('open');
    await journal.restore(sign);
    await gateIs('locked');
    expect(takenBack).toEqual([[{ kind: 'one-calf' }, 0], 'restored']);
  });

  it('opens again if differing girths are withdrawn from the plan', async () => {
    const { journal, gateIs } = await page();
    journal.answerScreening({ yes: [], signs: [], clinician: false });
    journal.onReport({ kind: 'girth', leftCm: 38, rightCm: 42 });
    expect(await gateIs('locked')).toMatchObject({ lock: { sign: 'clot' } });
    journal.onReportWithdrawn({ kind: 'girth', leftCm: 38, rightCm: 42, at: here });
    await gateIs('open');
  });

  it('opens again if the girths that locked it were a mistake, whether the plan or the journal says so, though others followed', async () => {
    for (const isInPlan of [true, false]) {
      const { journal, gateIs, takenBack, kinds } = await page();
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
    const { journal, kinds } = await page();
    await journal.note({ kind: 'sign', sign: 'tingling', of: null }, moment('2026-11-27T10:00'));
    await journal.note({ kind: 'sign', sign: 'tingling', of: null });
    await expect.poll(kinds).toEqual(['sign', 'sign']);
    journal.onReportWithdrawn({ kind: 'tingling', at: '2026-11-27T10:03' as WallTime });
    await expect.poll(kinds).toEqual(['sign']);
    expect(journal.own[0]?.at).toBe(moment('2026-11-29T10:00'));
  });

  it('reports to the plan today’s soreness only, but every girth', async () => {
    const { journal, told } = await page();
    const yesterday = moment('2026-11-28T12:00');
    await journal.note({ kind: 'soreness', when: 'morning', scores: { legs: 8 }, of: null }, yesterday);
    await journal.note({ kind: 'girth', leftCm: 38, rightCm: 39 }, yesterday);
    await journal.note(
      { kind: 'soreness', when: 'morning', scores: { legs: 3 }, of: null },
      moment('2026-11-29T07:00'),
    );
    expect(told).toEqual([
      { kind: 'girth', leftCm: 38, rightCm: 39 },
      { kind: 'soreness', soreness: 3 },
    ]);
  });

  it('is locked by a sign that was reported to the plan', async () => {
    const { journal, gateIs, told } = await page();
    journal.answerScreening({ yes: [], signs: [], clinician: false });
    await gateIs('open');
    journal.onReport({ kind: 'weakness' });
    expect(await gateIs('locked')).toMatchObject({ lock: { sign: 'nerve' } });
    journal.onReportWithdrawn({ kind: 'weakness', at: here });
    await gateIs('open');
    expect(told).toEqual([]);
  });
});

describe('after a session', () => {
  it('keeps the last answer to each question', async () => {
    const { journal, ran } = await page();
    const entry = await ran();
    journal.answer({ feel: 7 });
    journal.answer({ feel: 4 });
    journal.answer({ numb: true });
    journal.answer({ numb: false });
    const settled = (): unknown =>
      journal.own.map((one) => (one.kind === 'soreness' ? { scores: one.scores, of: one.of } : one.kind));
    await expect.poll(settled).toEqual(['session', { scores: { legs: 4 }, of: entry.id }]);
    expect(journal.after.value).toMatchObject({ session: entry.id, feel: 4, numb: false });
  });

  it('locks for 24 h after a yes to numbness, and longer while it lasts', async () => {
    const { journal, ran, gateIs, later } = await page();
    journal.answerScreening({ yes: [], signs: [], clinician: false });
    await ran();
    journal.answer({ numb: true });
    await gateIs('locked');
    expect(journal.after.value?.locks).toMatchObject([{ sign: 'tingling' }]);
    journal.clear('tingling');
    await expect.poll(() => journal.after.value?.locks[0]?.opens).toBe('2026-11-30T10:00');
    later(24 * 60);
    expect(journal.gate.value).toEqual({ kind: 'open' });
  });

  it('asks nothing while the next session runs', async () => {
    const { journal, ran } = await page();
    await ran();
    expect(journal.after.value).not.toBeNull();
    journal.onSessionBegin();
    expect(journal.after.value).toBeNull();
  });
});

describe('before Start', () => {
  it('takes account of this person’s sessions and of the event of the plan', async () => {
    const { journal, ran, until } = await page({ at: moment('2026-11-29T09:00'), isUltra: false });
    await ran();
    await until(journal.keeper.state, ({ journal: all }) => all.entries.length === 1);
    const kinds = journal.objections({ minutes: 30, intensity: 55, dose: 1300 }).map(({ kind }) => kind);
    expect(kinds).toEqual(['tooSoonAfterEvent', 'tooSoon', 'dose']);
    await journal.addPerson('Ben');
    await until(journal.keeper.state, ({ deviceState, people }) =>
      people.some(({ id, name }) => id === deviceState.person && name === 'Ben'),
    );
    expect(journal.objections({ minutes: 30, intensity: 55, dose: 1300 }).map(({ kind }) => kind)).toEqual([
      'tooSoonAfterEvent',
    ]);
  });
});
