import { afterAll, beforeAll, expect, test } from 'vitest';
import { planFor } from '../../../src/plan/plan.ts';
import type { Report } from '../../../src/plan/plan-request.ts';
import { standingAt } from '../../../src/plan/standing.ts';
import type { PlanView } from '../../../src/ui/places/plan/plan-view.ts';
import { planWords } from '../../../src/words/plan/plan-in-use.ts';
import { at, requestFor } from '../../unit/plan/request-for.ts';
import { type ElementPage, openElementPage } from './element-page.ts';

let shown: ElementPage;

beforeAll(async () => {
  shown = await openElementPage();
});
afterAll(async () => {
  await shown.end();
});

const words = planWords();
const { page } = words;
const now = at('2026-11-30T10:00');

test('<heartward-plan> asks before a boots session of an ultra: a sign is reported, and only "none" opens the boots', async () => {
  const asked = requestFor('ultra');
  const of = (reports: readonly Report[]): PlanView => {
    const plan = planFor({ ...asked, reports }, now);
    return {
      now,
      zone: asked.event.zone,
      current: { plan, standing: standingAt(plan, now), now, leftOut: [] },
      hasEarlier: false,
      person: asked.person,
      keeping: 'kept',
      outcome: null,
      reminders: 'off',
      hasGuides: true,
    };
  };
  const element = await shown.mount('heartward-plan', { view: of([]) });
  const step = element.locator('[data-step=day1-boots]');
  const { title, none } = words.questions['after-ultra'];
  expect(await step.getByRole('button', { name: page.bootsOpen, exact: true }).count()).toBe(0);
  const question = step.getByRole('group', { name: title });
  await question.getByRole('button', { name: page.signs['one-calf'] }).click();
  await question.getByRole('button', { name: none }).click();
  expect(await shown.heard()).toMatchObject([
    ['reportToPlan', { kind: 'one-calf' }],
    ['openBootsStep', { id: 'day1-boots' }, { kind: 'ultra' }],
  ]);
  await shown.change('heartward-plan', { view: of([{ kind: 'one-calf', at: now }]) });
  expect(await step.getByRole('button').count()).toBe(0);
  expect(await element.locator('.locks').evaluate((locks) => locks.matches(':focus'))).toBe(true);
});
test('<heartward-soreness> is answered with one press, and marks the answer', async () => {
  const element = await shown.mount('heartward-soreness', { value: 4 });
  expect(await element.locator('[aria-pressed=true]').allInnerTexts()).toEqual(['4']);
  expect(await element.getByRole('button').count()).toBe(11);
  await element.getByRole('button', { name: '10' }).click();
  expect(await shown.heard()).toEqual([['change', 10]]);
});
