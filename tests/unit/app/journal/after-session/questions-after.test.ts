import { describe, expect, it } from 'vitest';
import type { Entry, SessionEntry } from '../../../../../src/journal/entry.ts';
import type { WallTime } from '../../../../../src/plan/time/wall-clock.ts';
import { berlin, moment, session } from '../../../journal/entries.ts';
import { at, requestFor } from '../../../plan/request-for.ts';
import { pageWithJournal } from '../page-with-journal.ts';

describe('after a session', () => {
  it('keeps the last answer to each question', async () => {
    const { journal, ran } = await pageWithJournal();
    const entry = await ran();
    journal.after.answer({ feel: 7 });
    journal.after.answer({ feel: 4 });
    journal.after.answer({ numb: true });
    journal.after.answer({ numb: false });
    const settled = (): unknown =>
      journal.own.map((one) => (one.kind === 'soreness' ? { scores: one.scores, of: one.of } : one.kind));
    await expect.poll(settled).toEqual(['session', { scores: { legs: 4 }, of: entry.id }]);
    expect(journal.after.view.value).toMatchObject({ session: entry.id, feel: 4, numb: false });
  });

  it('asks about marks in a question of its own if the session before left some, and keeps the last answer', async () => {
    const { journal, ran, kinds, later, reports } = await pageWithJournal();
    await ran({}, () => expect(journal.after.view.value?.asksMarks).toBe(false));
    expect(journal.after.view.value).toMatchObject({ marks: null, asksMarks: false });
    journal.after.answer({ sign: 'marks' });
    await expect.poll(kinds).toEqual(['session', 'sign']);
    expect(journal.after.view.value).toMatchObject({ marks: true, asksMarks: false });
    later(24 * 60);
    const began = moment('2026-11-30T09:20');
    const next = await ran({}, undefined, began);
    expect(journal.after.view.value).toMatchObject({ marks: null, asksMarks: true });
    journal.after.answer({ marks: true });
    await expect.poll(kinds).toEqual(['session', 'sign', 'session', 'sign']);
    expect(journal.own.at(-1)).toMatchObject({ sign: 'marks', of: next.id });
    expect(reports).toEqual([{ kind: 'marks' }, { kind: 'marks' }]);
    journal.after.answer({ marks: false });
    await expect.poll(kinds).toEqual(['session', 'sign', 'session']);
    expect(journal.after.view.value).toMatchObject({ marks: false, asksMarks: true });
    later(24 * 60);
    await ran({}, undefined, moment('2026-12-01T09:20'));
    expect(journal.after.view.value?.asksMarks).toBe(false);
  });

  it('does not ask about marks after a session of simulated boots', async () => {
    const { journal, ran, kinds, later } = await pageWithJournal();
    await ran();
    journal.after.answer({ marks: true });
    await expect.poll(kinds).toEqual(['session', 'sign']);
    later(24 * 60);
    await ran({ simulated: true }, undefined, moment('2026-11-30T09:20'));
    expect(journal.after.view.value?.asksMarks).toBe(false);
  });

  it('attaches answers that were given before the session was in the journal', async () => {
    const { journal, ran, kinds } = await pageWithJournal();
    const entry = await ran({}, async () => {
      journal.after.answer({ feel: 7 });
      journal.after.answer({ feel: 4 });
      journal.after.answer({ numb: true });
      journal.after.answer({ sign: 'marks' });
      journal.after.answer({ sign: 'weakness' });
      await expect.poll(kinds).toEqual(['soreness', 'sign', 'sign', 'sign']);
      journal.withdrawSign('nerve');
    });
    const settled = (): unknown => journal.own.flatMap((one) => ('of' in one ? [[one.kind, one.of]] : []));
    const of = entry.id;
    await expect.poll(settled).toEqual([
      ['soreness', of],
      ['sign', of],
      ['sign', of],
    ]);
    journal.after.answer({ feel: 2 });
    await expect
      .poll(() => journal.own.flatMap((one) => (one.kind === 'soreness' ? [one.scores, one.of] : [])))
      .toEqual([{ legs: 2 }, of]);
  });

  it('attaches answers that were erased before the session was in the journal and are restored after', async () => {
    const { journal, ran, kinds, until } = await pageWithJournal();
    const answers: Entry[] = [];
    const entry = await ran({}, async () => {
      journal.after.answer({ feel: 7 });
      journal.after.answer({ numb: true });
      journal.after.answer({ sign: 'marks' });
      await expect.poll(kinds).toEqual(['soreness', 'sign', 'sign']);
      answers.push(...journal.own);
      for (const answer of answers) await journal.erase(answer);
      await expect.poll(kinds).toEqual([]);
    });
    expect(journal.after.view.value).toMatchObject({ feel: null, numb: null });
    for (const answer of answers) await journal.restore(answer, null);
    await until(journal.keeper.state, () => journal.own.length === 4);
    expect(journal.own.flatMap((one) => ('of' in one ? [one.of] : []))).toEqual(Array(3).fill(entry.id));
    expect(journal.after.view.value).toMatchObject({ feel: 7, numb: true });
    journal.after.answer({ feel: 2 });
    await expect
      .poll(() => journal.own.flatMap((one) => (one.kind === 'soreness' ? [one.scores, one.of] : [])))
      .toEqual([{ legs: 2 }, entry.id]);
  });

  it('attaches answers to their own session if the next one began before that was in the journal', async () => {
    const { journal, kinds, keeper, later } = await pageWithJournal();
    const enter = async (at: string): Promise<SessionEntry> => {
      const entry = session(at);
      await keeper.keep(entry);
      journal.after.onSessionEntered(entry);
      return entry;
    };
    journal.after.onSessionBegin();
    later(20);
    journal.after.onSessionEnd();
    journal.after.answer({ feel: 7 });
    await expect.poll(kinds).toEqual(['soreness']);
    later(1);
    journal.after.onSessionBegin();
    later(20);
    journal.after.onSessionEnd();
    journal.after.answer({ feel: 3 });
    await expect.poll(kinds).toEqual(['soreness', 'soreness']);
    const second = await enter('2026-11-29T10:21');
    const first = await enter('2026-11-29T10:00');
    const attached = (): unknown =>
      keeper.state.value.journal.entries.flatMap((one) =>
        one.kind === 'soreness' ? [[one.scores.legs, one.of]] : [],
      );
    await expect.poll(attached).toEqual([
      [7, first.id],
      [3, second.id],
    ]);
    expect(journal.after.view.value).toMatchObject({ session: second.id, feel: 3 });
  });

  it('does not store a sign again that the plan withdrew before the session was in the journal', async () => {
    const { journal, ran, kinds } = await pageWithJournal();
    await ran({}, async () => {
      journal.after.answer({ numb: true });
      await expect.poll(kinds).toEqual(['sign']);
      journal.onReportWithdrawn({ kind: 'tingling', at: '2026-11-29T10:00' as WallTime });
    });
    await expect.poll(kinds).toEqual(['session']);
    journal.after.answer({ feel: 3 });
    await expect.poll(kinds).toEqual(['session', 'soreness']);
    expect(journal.after.view.value).toMatchObject({ numb: null });
  });

  it('locks for 24 h after a yes to numbness, and longer while it lasts', async () => {
    const { journal, ran, gateIs, later } = await pageWithJournal();
    journal.answerScreening({ yes: [], signs: [], clinician: false });
    await ran();
    journal.after.answer({ numb: true });
    await gateIs('locked');
    expect(journal.after.view.value?.locks).toMatchObject([{ sign: 'tingling' }]);
    journal.clear('tingling');
    await expect.poll(() => journal.after.view.value?.locks[0]?.opens).toBe('2026-11-30T10:00');
    later(24 * 60);
    expect(journal.gate.value).toEqual({ kind: 'open' });
  });

  it('asks nothing while the next session runs', async () => {
    const { journal, ran } = await pageWithJournal();
    await ran();
    expect(journal.after.view.value).not.toBeNull();
    journal.after.onSessionBegin();
    expect(journal.after.view.value).toBeNull();
  });
});

describe('before Start', () => {
  it('takes account of this person’s sessions and of the event of the plan', async () => {
    const { journal, ran, until } = await pageWithJournal();
    journal.ofPlan.onPlan(requestFor('marathon', { event: { at: at('2026-11-29T09:00'), zone: berlin } }));
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
