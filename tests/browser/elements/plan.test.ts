import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../../src/plan/plan-request.ts';
import type { Moment } from '../../../src/plan/time/wall-clock.ts';
import { planWords } from '../../../src/words/plan/plan-in-use.ts';
import { type ElementPage, openElementPage } from './element-page.ts';
import { form, none, now, planView, wall } from './plan-view.ts';

let shown: ElementPage;

beforeAll(async () => {
  shown = await openElementPage();
});
afterAll(async () => {
  await shown.end();
});

const words = planWords();
const { page, maker, exchange } = words;
const reportOf = (kind: 'one-calf' | 'emergency'): Report => ({ at: wall('2026-11-30T09:00'), kind });

describe('<heartward-plan>', () => {
  test('shows the figures of the event, if any are known', async () => {
    const run = { ...form, distanceKm: 42.2, minutes: 225, ascentM: 310 };
    const element = await shown.mount('heartward-plan', { view: planView([], {}, run) });
    expect(await element.locator('#figures').innerText()).toBe(words.figures(run));
  });

  test('shows the event, today’s steps in order, then later and earlier days, and the advice', async () => {
    const view = planView();
    const element = await shown.mount('heartward-plan', { view });
    expect(await element.locator('h1').innerText()).toBe(words.events.marathon);
    expect(await element.locator('#figures').count()).toBe(0);
    const times = view.current?.plan.days[1]?.steps.map(({ at }) => at.slice(11));
    expect(await element.locator('.day').first().locator('time').allInnerTexts()).toEqual(times);
    const titles = await element.locator('.day h2').allInnerTexts();
    expect(titles[0]).toContain(page.today);
    expect(titles.slice(1)).toEqual([page.laterDays, page.earlierDays, page.advice, exchange.title]);
    expect(await element.locator('.advice').innerText()).toContain(words.advice['tell-soreness']);
    expect(await element.locator('.care').count()).toBe(0);
    await shown.change('heartward-plan', { view: { ...view, keeping: 'lost' } });
    expect(await element.locator('.care').innerText()).toBe(page.lost);
  });

  test('reports a step done or skipped, withdraws that, and opens boots and guide of a step', async () => {
    const element = await shown.mount('heartward-plan', { view: planView() });
    const step = (id: string) => element.locator(`[data-step=${id}]`);
    await step('day1-roller').locator('.done').click();
    await step('day1-roller').getByRole('button', { name: page.skip }).click();
    await step('day1-boots').getByRole('button', { name: page.bootsOpen }).click();
    expect(await step('day1-roller').getByRole('link').getAttribute('href')).toMatch(
      /^#guides\/roller-flush/,
    );
    const done = planView([{ kind: 'done', step: 'day1-roller', at: now }]);
    await shown.change('heartward-plan', { view: done });
    await step('day1-roller').locator('.done[aria-pressed=true]').click();
    expect(await step('day1-roller').getByRole('link').count()).toBe(0);
    expect(await shown.heard()).toMatchObject([
      ['reportToPlan', { kind: 'done', step: 'day1-roller' }],
      ['reportToPlan', { kind: 'skipped', step: 'day1-roller' }],
      ['openBootsStep', { id: 'day1-boots' }, { kind: 'marathon', at: form.at }],
      ['withdrawStep', 'day1-roller'],
    ]);
  });

  test('reports soreness, a sign, and girths, and removes the plan', async () => {
    const element = await shown.mount('heartward-plan', { view: planView() });
    await element.locator('heartward-soreness').getByRole('button', { name: '6' }).click();
    await element.locator('.wrong summary').click();
    await element.getByRole('button', { name: page.signs['one-calf'] }).click();
    await element.getByLabel(page.girth.left).fill('38.5');
    await element.getByLabel(page.girth.right).fill('36');
    await element.getByRole('button', { name: page.girth.tell }).click();
    await element.locator('#drop').click();
    expect(await shown.heard()).toEqual([
      ['reportToPlan', { kind: 'soreness', soreness: 6 }],
      ['reportToPlan', { kind: 'one-calf' }],
      ['reportToPlan', { kind: 'girth', leftCm: 38.5, rightCm: 36 }],
      ['removePlan'],
    ]);
    await shown.change('heartward-plan', { view: planView([{ kind: 'soreness', soreness: 6, at: now }]) });
    expect(await element.locator('.soreness').innerText()).toContain(page.soreToday(6));
  });

  test('shows a lock and its ways out, and an emergency alone with the number to call', async () => {
    const element = await shown.mount('heartward-plan', { view: planView([reportOf('one-calf')]) });
    const [lock] = planView([reportOf('one-calf')]).current?.plan.locks ?? [];
    if (!lock) throw new Error('the sign locks nothing');
    expect(await element.getByRole('alert').locator('h2').innerText()).toBe(words.lock(lock).title);
    await element.getByRole('button', { name: page.clearedClot }).click();
    await element.getByRole('button', { name: page.mistake }).click();
    expect(await shown.heard()).toEqual([
      ['reportToPlan', { kind: 'cleared', sign: 'clot' }],
      ['withdrawReport', reportOf('one-calf')],
    ]);
    await shown.change('heartward-plan', { view: planView([reportOf('emergency')]) });
    expect(await element.locator('.call').getAttribute('href')).toBe('tel:112');
    expect(await element.locator('[data-step], #drop').count()).toBe(0);
  });
});

test('<heartward-today> shows the step of now and one that can still be done, and what to do about a lock', async () => {
  const element = await shown.mount('heartward-today', { view: planView() });
  const steps = () =>
    element.locator('[data-step]').evaluateAll((all) => all.map((one) => one.getAttribute('data-step')));
  expect(await steps()).toEqual(['day1-roller', 'day1-mobility']);
  expect(await element.locator('.soft').first().innerText()).toBe(page.rightNow);
  await element.locator('[data-step=day1-mobility] .done').click();
  await element.locator('heartward-soreness').getByRole('button', { name: '3' }).click();
  expect(await shown.heard()).toEqual([
    ['reportToPlan', { kind: 'done', step: 'day1-mobility' }],
    ['reportToPlan', { kind: 'soreness', soreness: 3 }],
  ]);
  const whole = element.getByRole('link', { name: page.wholePlan(words.events.marathon) });
  expect(await whole.getAttribute('href')).toBe('#plan');
  await shown.change('heartward-today', { view: planView([reportOf('one-calf')]) });
  const [lock] = planView([reportOf('one-calf')]).current?.plan.locks ?? [];
  if (!lock) throw new Error('the sign locks nothing');
  const said = await element.getByRole('alert').innerText();
  for (const line of words.lock(lock).advice) expect(said).toContain(line);
  await shown.change('heartward-today', { view: planView([reportOf('emergency')]) });
  expect(await steps()).toEqual([]);
  expect(await element.locator('.call').getAttribute('href')).toBe('tel:112');
});

describe('<heartward-plan-maker>', () => {
  test('makes a plan from what was chosen, and keeps what the person entered for the last plan', async () => {
    const element = await shown.mount('heartward-plan-maker', { view: none });
    const choose = (name: string) => element.getByRole('radio', { name, exact: true }).check();
    await choose(words.events.half);
    await choose(maker.near.hour);
    await choose(maker.courses.hard);
    await element.locator('heartward-soreness').getByRole('button', { name: '7' }).click();
    await element.getByRole('group', { name: maker.owns }).getByLabel(maker.tools.plate).check();
    await element.getByText(maker.more, { exact: true }).click();
    await element.getByLabel(maker.distance).fill('21,1');
    await element.getByLabel(maker.highest).selectOption('50');
    await element.getByRole('group', { name: maker.barred }).getByLabel(maker.tools.roller).check();
    await element.locator('#make').click();
    const made = {
      ...form,
      kind: 'half',
      at: '2026-11-30T09:00',
      went: 'hard',
      soreness: 7,
      distanceKm: 21.1,
    };
    const person = { owns: ['boots', 'roller', 'plate'], barred: ['roller'], highest: 50 };
    expect(await shown.heard()).toEqual([['makePlan', { ...made, ...person }]]);
  });

  test('says why it makes no plan, and does not ask about sore legs after a flight', async () => {
    const element = await shown.mount('heartward-plan-maker', { view: none });
    await element.locator('#make').click();
    expect(await element.getByRole('alert').innerText()).toBe(maker.eventMissing);
    await element.getByRole('radio', { name: words.events.flight }).check();
    expect(await element.getByRole('alert').innerText()).toBe('');
    expect(await element.locator('heartward-soreness').count()).toBe(0);
    await element.getByLabel(maker.exactly).fill('2026-12-01T10:00');
    await element.locator('#make').click();
    expect(await element.getByRole('alert').innerText()).toBe(maker.ahead);
    expect(await shown.heard()).toEqual([]);
  });

  test('is filled in from an activity', async () => {
    const element = await shown.mount('heartward-plan-maker', { view: none });
    const endedAt = Date.parse('2026-11-30T07:30Z') as Moment;
    const activity = { endedAt, distanceKm: 10.2, minutes: 55, ascentM: 20, temperatureC: 4 };
    const outcome = { kind: 'activity', activity, leftOut: [] } as const;
    await shown.change('heartward-plan-maker', { view: { ...none, outcome } });
    await element.locator('#make').click();
    const made = { kind: '10k', at: '2026-11-30T08:30', ...{ distanceKm: 10.2, minutes: 55, ascentM: 20 } };
    expect(await shown.heard()).toMatchObject([['makePlan', made]]);
  });
});

test('no element wrote anything to the console', () => {
  expect(shown.troubles).toEqual([]);
});
