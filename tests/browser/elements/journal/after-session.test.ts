import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { CalendarDay, WallTime } from '../../../../src/plan/time/wall-clock.ts';
import type { AfterView } from '../../../../src/ui/journal/after-view.ts';
import { journalWords } from '../../../../src/words/journal/journal-in-use.ts';
import { type ElementPage, openElementPage } from '../element-page.ts';

let shown: ElementPage;

beforeAll(async () => {
  shown = await openElementPage();
});
afterAll(async () => {
  await shown.end();
});

const { gate, page } = journalWords();

describe('<heartward-after>', () => {
  const view: AfterView = {
    session: null,
    feel: null,
    numb: null,
    marks: null,
    asksMarks: false,
    lastTime: null,
    locks: [],
    isMemoryOnly: false,
  };
  const words = journalWords().after;

  test('asks how the legs feel and about numbness, one tap each', async () => {
    const element = await shown.mount('heartward-after', { view });
    await element.getByRole('radio', { name: '3', exact: true }).check();
    await element.getByRole('radio', { name: words.yes }).check();
    expect(await shown.heard()).toEqual([
      ['answerAfter', { feel: 3 }],
      ['answerAfter', { numb: true }],
    ]);
  });

  test('asks about marks if the last session left some, and says what to do about them next time', async () => {
    const element = await shown.mount('heartward-after', { view: { ...view, asksMarks: true } });
    const question = element.getByRole('group', { name: words.marks });
    await question.getByRole('radio', { name: words.no }).check();
    await question.getByRole('radio', { name: words.yes }).check();
    expect(await element.getByText(words.signs.marks).count()).toBe(0);
    expect(await shown.heard()).toEqual([
      ['answerAfter', { marks: false }],
      ['answerAfter', { marks: true }],
    ]);
    await shown.change('heartward-after', { view: { ...view, marks: true } });
    await element.getByText(words.marksNext(mmhg(20))).waitFor();
    expect(await element.getByRole('group', { name: words.marks }).count()).toBe(0);
  });

  test('sets the session against the last one of its program', async () => {
    const before = { lasted: seconds(1500), intensity: mmhg(60), dose: 930 };
    const now = { lasted: seconds(720), intensity: mmhg(55), dose: 400 };
    const lastTime = { day: '2026-11-27' as CalendarDay, before, feel: 5, now };
    const element = await shown.mount('heartward-after', { view: { ...view, lastTime } });
    const [last, latest] = words.lastTime(lastTime, page.shortDay(lastTime.day));
    expect(last).toContain('25 min at 60 mmHg');
    expect(last).toContain('5 of 10');
    for (const line of [last, latest]) await element.getByText(line).waitFor();
  });

  test('takes other complaints, and shows which locks follow', async () => {
    const element = await shown.mount('heartward-after', { view });
    await element.locator('summary').click();
    await element.getByRole('button', { name: words.signs['one-calf'] }).click();
    expect(await shown.heard()).toEqual([['answerAfter', { sign: 'one-calf' }]]);
    const lock = { sign: 'clot', since: '2026-11-29T10:00' as WallTime, opens: 'clinician' } as const;
    await shown.change('heartward-after', { view: { ...view, locks: [lock] } });
    expect(await element.getByRole('status').last().textContent()).toContain(gate.lock(lock).title);
    await element.getByRole('button', { name: gate.opens.clot }).click();
    expect(await shown.heard()).toEqual([['clearLock', 'clot']]);
  });
});

test('no element wrote anything to the console', () => {
  expect(shown.troubles).toEqual([]);
});
