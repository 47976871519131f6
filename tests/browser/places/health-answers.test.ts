/** New answers to the health questions change the plan, close guides, and end the guide that is under way. */

import type { BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Contraindication } from '../../../src/plan/screening/questions.ts';
import { guideWords } from '../../../src/words/guides/guides-in-use.ts';
import { words } from '../../../src/words/in-use.ts';
import { journalWords } from '../../../src/words/journal/journal-in-use.ts';
import { planWords } from '../../../src/words/plan/plan-in-use.ts';
import { type Launched, launchWithPlaywright, withoutServiceWorkers } from '../chromium/launch.ts';
import { type Trouble, watchForTroubles } from '../chromium/troubles.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';

const said = planWords();

let server: AppServer;
let launched: Launched;
let context: BrowserContext;
let troubles: readonly Trouble[];
let page: Page;

beforeAll(async () => {
  server = await serveFolder(await builtApp());
  launched = await launchWithPlaywright({ url: 'about:blank' });
});
afterAll(async () => {
  await launched.end();
  await server.end();
});

/** The evening after a marathon, in Berlin. */
const EVENING = '2026-11-29T17:10:00+01:00';

beforeEach(async () => {
  await context?.close();
  context = await launched.browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  });
  await withoutServiceWorkers(context);
  troubles = await watchForTroubles(context, new URL(server.url).origin);
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'bluetooth', { value: { getAvailability: async () => true } });
  });
  page = await context.newPage();
  await page.clock.setFixedTime(EVENING);
  await page.goto(server.url);
});

/** Answers the health questions with yes to one of them. */
async function answer(on: Page, yes: Contraindication): Promise<void> {
  const { contraindications, some } = journalWords().gate.screening;
  await on.getByRole('button', { name: words.welcome.pair }).click();
  await on.getByText(contraindications[yes]).click();
  await on.getByRole('button', { name: some }).click();
}

/** Makes a plan for a marathon. @param owns names of the tools that the user has */
async function makePlan(...owns: readonly string[]): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: words.places.plan }).click();
  await page.getByText(said.events.marathon, { exact: true }).click();
  await page.getByText(said.maker.near.fourHours).click();
  await page.getByRole('button', { name: '5', exact: true }).click();
  for (const name of owns) await page.getByRole('checkbox', { name }).first().check({ force: true });
  await page.getByRole('button', { name: said.maker.make }).click();
  await page.getByRole('heading', { level: 1, name: said.events.marathon }).waitFor();
}

test('a screening answer removes a tool and work from the plan, which says so', async () => {
  await makePlan(said.maker.tools.roller);
  expect(await page.locator('[data-step$="roller"]').count()).toBeGreaterThan(0);
  await page.getByRole('navigation').getByRole('link', { name: words.places.boots }).click();
  await answer(page, 'inflamed-vein');
  for (const visit of ['now', 'after a reload']) {
    if (visit !== 'now') await page.reload();
    await page.getByRole('navigation').getByRole('link', { name: words.places.plan }).click();
    await page.getByText(said.page.leftOut(['roller', 'massage', 'stretch', 'run'])).waitFor();
    expect(await page.locator('[data-step$="roller"]').count()).toBe(0);
    expect(await page.locator('[data-step=day0-walk-evening]').count()).toBe(1);
  }
  const guides = guideWords();
  await page.goto(`${server.url}#guides/roller-flush`);
  await page.getByText(guides.texts.ruledOut).waitFor();
  expect(await page.locator('#begin').count()).toBe(0);
  await page.goto(`${server.url}#guides/cramp`);
  await page.getByRole('heading', { level: 1, name: guides.names.cramp }).waitFor();
  expect(await page.locator('[data-muscle]').count()).toBe(0);
  expect(troubles).toEqual([]);
});

test('a guide under way ends when new answers to the health questions, here in another tab, rule it out', async () => {
  await page.goto(`${server.url}#guides/by-hand`);
  await page.getByRole('button', { name: guideWords().texts.begin }).click();
  await page.getByRole('button', { name: guideWords().texts.leave }).waitFor();
  const other = await context.newPage();
  await other.goto(`${server.url}#boots`);
  await answer(other, 'skin');
  await page.getByText(guideWords().texts.ruledOut).waitFor();
  expect(await page.locator('#begin').count()).toBe(0);
  expect(troubles).toEqual([]);
});
