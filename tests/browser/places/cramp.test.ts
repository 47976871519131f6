/** Help for a cramp: two presses from anywhere, also during a session, unless the cramp may be a clot. */

import type { BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addressOf, placeNames } from '../../../src/ui/places/place.ts';
import { guideWords } from '../../../src/words/guides/guides-in-use.ts';
import { words } from '../../../src/words/in-use.ts';
import { planWords } from '../../../src/words/plan/plan-in-use.ts';
import { type Launched, launchWithPlaywright, withoutServiceWorkers } from '../chromium/launch.ts';
import { type Trouble, watchForTroubles } from '../chromium/troubles.ts';
import { PageDriver } from '../driving/page-driver.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';

const said = guideWords();

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

beforeEach(async () => {
  await context?.close();
  context = await launched.browser.newContext({
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  });
  await withoutServiceWorkers(context);
  troubles = await watchForTroubles(context, new URL(server.url).origin);
  page = await context.newPage();
});

const inGuide = (name: string) => page.locator('heartward-guide').getByRole('button', { name });

/** Presses twice. */
async function begin(): Promise<void> {
  await page.getByRole('link', { name: words.page.cramp }).first().click();
  await page.getByRole('button', { name: said.crampIn.calves ?? '', exact: true }).click();
  await page.getByText('Stretch the calf', { exact: true }).waitFor();
}

test('the guide for a cramp is begun with two presses from each place, and from another guide', async () => {
  const places = placeNames.map((name) => addressOf({ name, path: [] }));
  for (const from of [...places, '#guides/roller-flush']) {
    await page.goto(`${server.url}${from}`);
    const shown = () => page.evaluate(() => document.querySelector('heartward-app')?.place.name);
    await expect.poll(shown).toBe(/\w+/.exec(from)?.[0] ?? 'home');
    await begin();
    await inGuide(said.texts.leave).click();
  }
  await page.goto(`${server.url}#guides/walk`);
  await page.getByRole('button', { name: said.texts.begin }).click();
  await begin();
  expect(troubles).toEqual([]);
});

test('it is begun with two presses from a session, which goes on and can still be stopped', async () => {
  await page.goto(`${server.url}?boots=pair&seed=3#boots`);
  const person = new PageDriver(page);
  await person.useSimulatedBoots();
  await person.start();
  const phase = () => page.evaluate(() => document.querySelector('heartward-app')?.view?.phase);
  await expect.poll(phase, { timeout: 60_000 }).toBe('running');
  await begin();
  // Space pauses the guide, and not the session.
  await page.keyboard.press('Space');
  await inGuide(said.texts.resume).waitFor();
  expect(await phase()).toBe('running');
  await person.stop();
  await expect.poll(phase).toBe('ended');
  await inGuide(said.texts.resume).click();
  await inGuide(said.texts.pause).waitFor();
  expect(troubles).toEqual([]);
});

test('it is not offered if it may be a clot, nor is any other guide that presses the leg; walking is', async () => {
  await page.goto(`${server.url}#guides/cramp`);
  await page.getByRole('button', { name: planWords().page.signs['one-calf'] }).click();
  await page.getByRole('heading', { name: 'Get your leg looked at today' }).waitFor();
  await page.goto(`${server.url}#guides/roller-flush`);
  await page.getByRole('heading', { name: 'Get your leg looked at today' }).waitFor();
  await page.goto(`${server.url}#guides/walk`);
  await page.getByRole('button', { name: said.texts.begin }).waitFor();
  await page.goto(`${server.url}#guides/cramp`);
  // The journal stores the warning sign that the user reported, so the guide stays locked after a reload.
  await page.reload();
  await page.getByRole('button', { name: planWords().page.mistake }).click();
  await page.getByRole('button', { name: said.crampIn.calves ?? '', exact: true }).waitFor();
  expect(troubles).toEqual([]);
});
