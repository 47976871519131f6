import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { milliseconds, mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { Entry } from '../../../../src/journal/entry.ts';
import type { Trace } from '../../../../src/journal/trace/trace.ts';
import { summaryOf } from '../../../../src/journal/views/trends.ts';
import type { CalendarDay, WallTime } from '../../../../src/plan/time/wall-clock.ts';
import { words } from '../../../../src/words/in-use.ts';
import { journalWords } from '../../../../src/words/journal/journal-in-use.ts';
import { berlin, entry, moment, session } from '../../../unit/journal/entries.ts';
import { type ElementPage, openElementPage } from '../element-page.ts';

let shown: ElementPage;

beforeAll(async () => {
  shown = await openElementPage();
});
afterAll(async () => {
  await shown.end();
});

const { gate, page } = journalWords();
const { form, trend } = page;
const now = moment('2026-11-29T20:00');
const today = '2026-11-29' as CalendarDay;

/** The picture on a chart's canvas, after two frames. */
const picture = (): Promise<string> =>
  shown.page.locator('.plot canvas').evaluate(async (canvas) => {
    for (let frames = 0; frames < 2; frames++) await new Promise((resolve) => requestAnimationFrame(resolve));
    return canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : '';
  });

describe('<heartward-note-form>', () => {
  test('notes soreness at the chosen time of day, and says what it has noted', async () => {
    const element = await shown.mount('heartward-note-form', { day: today, zone: berlin, now });
    await element.getByRole('button', { name: words.labelled(form.soreness, '4') }).click();
    expect(await element.getByRole('status').innerText()).toContain(words.labelled(form.muscles.legs, '4'));
    await element.getByRole('radio', { name: form.when.after }).check();
    await element.getByText(form.sorenessMore, { exact: true }).click();
    await element.getByRole('button', { name: words.labelled(form.muscles.calf, '7') }).click();
    await element.getByRole('button', { name: words.labelled(form.readiness, '9') }).click();
    const noted = { kind: 'soreness', of: null };
    expect(await shown.heard()).toEqual([
      ['noteEntry', { ...noted, when: 'morning', scores: { legs: 4 } }, null],
      ['noteEntry', { ...noted, when: 'after', scores: { calf: 7 } }, null],
      ['noteEntry', { kind: 'readiness', score: 9 }, null],
    ]);
  });

  test('notes a warning sign of today, and shows which lock follows', async () => {
    const element = await shown.mount('heartward-note-form', { day: today, zone: berlin, now });
    const { after } = journalWords();
    await element.getByText(after.else, { exact: true }).click();
    await element.getByRole('button', { name: after.signs.tingling }).click();
    expect(await shown.heard()).toEqual([['noteEntry', { kind: 'sign', sign: 'tingling', of: null }, null]]);
    const lock = { sign: 'tingling', since: '2026-11-29T20:00' as WallTime, opens: null } as const;
    await shown.change('heartward-note-form', { locks: [lock] });
    expect(await element.getByRole('status').last().textContent()).toContain(gate.lock(lock).title);
    await shown.change('heartward-note-form', { day: '2026-11-28' as CalendarDay });
    expect(await element.getByText(after.else, { exact: true }).count()).toBe(0);
  });

  test('notes on an earlier day at the time of that day, and neither an empty note nor half a girth', async () => {
    const day = '2026-11-27' as CalendarDay;
    const element = await shown.mount('heartward-note-form', { day, zone: berlin, now });
    const save = element.getByRole('button', { name: form.save });
    await save.first().click();
    await element.getByLabel(form.note).fill(' Tired legs ');
    await save.first().click();
    expect(await element.getByLabel(form.note).inputValue()).toBe('');
    await element.getByText(form.girth, { exact: true }).click();
    await element.getByLabel(form.left).fill('38.5');
    await save.last().click();
    await element.getByLabel(form.right).fill('38');
    await save.last().click();
    const at = moment('2026-11-27T20:00');
    expect(await shown.heard()).toEqual([
      ['noteEntry', { kind: 'note', text: 'Tired legs', of: null }, at],
      ['noteEntry', { kind: 'girth', leftCm: 38.5, rightCm: 38 }, at],
    ]);
  });
});

describe('<heartward-trends>', () => {
  const sore = (wall: string, legs: number) =>
    entry<'soreness'>(wall, { kind: 'soreness', when: 'morning', scores: { legs }, of: null });
  const ready = entry<'readiness'>('2026-09-01T08:00', { kind: 'readiness', score: 5 });
  const entries: readonly Entry[] = [
    ready,
    sore('2026-11-27T08:00', 3),
    sore('2026-11-28T08:00', 6),
    session('2026-11-29T18:00'),
  ];

  test('sums up the days that are chosen, and shows the same values as charts and as tables', async () => {
    // The view has only what the trends use. A full view has functions, which cannot be copied to the page.
    await shown.page.evaluate((view) => window.mount('heartward-trends', { view }), {
      entries,
      zone: berlin,
      now,
    });
    const element = shown.page.locator('heartward-trends');
    expect(await element.getByRole('status').innerText()).toBe(trend.summary(summaryOf(entries.slice(1))));
    expect(await element.locator('heartward-trend').count()).toBe(2);
    expect(await element.getByText(trend.none).count()).toBe(1);
    expect(await element.locator('table').count()).toBe(0);
    const soreness = element.locator('section').filter({ hasText: trend.soreness });
    await soreness.locator('summary').click();
    await soreness.locator('tbody').waitFor();
    expect(await soreness.locator('tbody tr').allInnerTexts()).toEqual(['27 Nov\t3', '28 Nov\t6']);
    await element.getByRole('radio', { name: trend.ranges.year }).check();
    expect(await element.locator('heartward-trend').count()).toBe(3);
  });
});

describe('<heartward-trend>', () => {
  const days = ['2026-11-27', '2026-11-28', '2026-11-29'].map((day) => day as CalendarDay);
  const series = [
    { name: 'Legs', days, values: [3, 6, null] },
    { name: 'Calves', days, values: [2, null, 8] },
  ];
  const levels = [{ name: 'advised at most', at: 5, kind: 'care' }] as const;

  test('names its lines and levels, and draws each of them', async () => {
    const element = await shown.mount('heartward-trend', { series, levels });
    expect(await element.getByRole('img').getAttribute('aria-label')).toBe('Legs and Calves');
    expect(await element.locator('.key').innerText()).toMatch(/Legs.*Calves.*advised at most 5/s);
    const whole = await picture();
    await shown.change('heartward-trend', { series: [...series.slice(0, 1)] });
    const fewer = await picture();
    await shown.mount('heartward-trend', { series, levels: [] });
    const bare = await picture();
    expect(new Set([whole, fewer, bare]).size).toBe(3);
  });

  test('has one chart, also after it was removed from the page and added again', async () => {
    const element = await shown.mount('heartward-trend', { series, levels });
    const whileAway = await shown.page.evaluate(() => {
      const trend = document.querySelector('heartward-trend');
      trend?.remove();
      const left = trend?.shadowRoot?.querySelectorAll('canvas').length;
      if (trend) document.body.append(trend);
      return left;
    });
    expect(whileAway).toBe(0);
    await shown.change('heartward-trend', { full: 10 });
    expect(await element.locator('canvas').count()).toBe(1);
  });
});

describe('<heartward-session-trace>', () => {
  const trace: Trace = {
    period: milliseconds(500),
    zones: (['left', 'right'] as const).map((side) => ({
      side,
      part: 'calf',
      measured: Array.from({ length: 100 }, (_, at) => mmhg(side === 'left' ? at / 2 : 30)),
      targets: Array.from({ length: 100 }, () => mmhg(40)),
    })),
  };
  const { session: said } = page;

  test('says what it shows, and hides a zone that is switched off', async () => {
    const element = await shown.mount('heartward-session-trace', { trace });
    expect(await element.getByRole('img').getAttribute('aria-label')).toBe(said.traceAloud(2));
    const zone = element.getByRole('button', { name: said.zoneName('left', 'calf') });
    const whole = await picture();
    await zone.click();
    expect(await zone.getAttribute('aria-pressed')).toBe('false');
    expect(await picture()).not.toBe(whole);
    await zone.click();
    expect(await picture()).toBe(whole);
  });

  test('looks closer, moves along the session, and goes back to the whole', async () => {
    const element = await shown.mount('heartward-session-trace', { trace });
    const press = (name: string) => element.getByRole('button', { name, exact: true }).click();
    const seen = [await picture()];
    for (const name of [said.closer, said.behind, said.before, said.wider, said.closer, said.whole]) {
      await press(name);
      seen.push(await picture());
    }
    const [whole, closer, later, back, wider, again, end] = seen;
    expect([closer, later]).not.toContain(whole);
    expect(later).not.toBe(closer);
    expect(back).not.toBe(later);
    expect([wider, end]).toEqual([whole, whole]);
    expect(again).not.toBe(whole);
  });
});

test('no element wrote anything to the console', () => {
  expect(shown.troubles).toEqual([]);
});
