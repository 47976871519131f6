/**
 * Five people open the page for the first time, each on a phone. They find what to do in a few presses, follow a
 * guide or a session, and find it in the journal after a reload without a network.
 */

import type { BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EventKind } from '../../../src/plan/plan-request.ts';
import { guideWords } from '../../../src/words/guides/guides-in-use.ts';
import { words } from '../../../src/words/in-use.ts';
import { journalWords } from '../../../src/words/journal/journal-in-use.ts';
import { planWords } from '../../../src/words/plan/plan-in-use.ts';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { type Trouble, watchForTroubles } from '../chromium/troubles.ts';
import { Effort, WORDS_PER_SECOND, wordsDownTo } from '../driving/effort.ts';
import { runFaster } from '../driving/faster-clock.ts';
import { kept } from '../driving/kept.ts';
import { PageDriver } from '../driving/page-driver.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';

const said = planWords();
const { after } = journalWords();
const guides = guideWords();
const phone = { width: 390, height: 844 };

let server: AppServer;
let launched: Launched;
let context: BrowserContext;
let troubles: readonly Trouble[];
let page: Page;
let effort = new Effort();
/** The most words that may stand before the first press: as many as a person reads in 15 s. */
const MOST_WORDS = 15 * WORDS_PER_SECOND;

beforeAll(async () => {
  server = await serveFolder(await builtApp());
  launched = await launchWithPlaywright({ url: 'about:blank' });
});
afterAll(async () => {
  await launched.end();
  await server.end();
});

beforeEach(async () => {
  context = await launched.browser.newContext({
    viewport: phone,
    hasTouch: true,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  });
  troubles = await watchForTroubles(context, new URL(server.url).origin);
  page = await context.newPage();
  page.setDefaultTimeout(90_000);
  effort = new Effort();
});
afterEach(async () => {
  expect(troubles).toEqual([]);
  await context.close();
});

type Found = ReturnType<Page['locator']>;
const press = (what: Found): Promise<void> => effort.press(what);
const tap = (name: string): Promise<void> => press(page.getByText(name, { exact: true }));

/** Opens the page and makes a plan. @param now the page's calendar time @param more fills in the rest of the form */
async function makePlan(now: string, event: EventKind, more: () => Promise<void>): Promise<void> {
  await page.clock.setFixedTime(now);
  await page.goto(server.url);
  await press(page.locator('#plan'));
  await tap(said.events[event]);
  await more();
  await press(page.getByRole('button', { name: said.maker.make }));
  await page.getByRole('heading', { level: 1, name: said.events[event] }).waitFor();
}

/**
 * Returns home's link to the current step. Expects that it takes at most `most` presses and little reading to get
 * there, and that the link is visible without scrolling.
 */
async function currentStepLink(most: number): Promise<Found> {
  await press(page.getByRole('link', { name: words.places.home }));
  const lead = page.getByRole('link', { name: said.page.lead }).first();
  await lead.waitFor();
  found(most);
  expect(await wordsDownTo(lead)).toBeLessThanOrEqual(MOST_WORDS);
  expect((await lead.boundingBox())?.y).toBeLessThan(phone.height - 44);
  return lead;
}

/**
 * Checks that the person has found what to do with at most `most` presses, and with little to read before the
 * first.
 */
function found(most: number): void {
  expect(effort.presses).toBeLessThanOrEqual(most);
  expect(effort.firstWords).toBeLessThanOrEqual(MOST_WORDS);
}

const rowsKept = async (): Promise<number> => (await kept(page)).rows.length;

/** Waits until the device stores a new row. The record of a guide may come a moment after the guide has ended. */
const untilKept = (before: number) => expect.poll(rowsKept).toBeGreaterThan(before);

/** Follows a guide to its end. @param begin the button that begins it */
async function follow(begin = page.locator('#begin')): Promise<void> {
  const before = await rowsKept();
  await press(begin);
  await page.locator('#pause').waitFor();
  await runFaster(page, 150);
  const done = page.getByRole('heading', { level: 1, name: 'Done' });
  await done.waitFor({ timeout: 120_000 });
  await untilKept(before);
}

/** Follows the guide of a walk to its end, as if the phone had slept in a pocket for 20 minutes. */
async function walkToTheEnd(): Promise<void> {
  const before = await rowsKept();
  await press(page.locator('#begin'));
  await page.locator('#pause').waitFor();
  await page.evaluate((slept) => {
    const now = performance.now.bind(performance);
    performance.now = () => now() + slept;
  }, 20 * 60_000);
  await page.getByRole('heading', { level: 1, name: 'Done' }).waitFor();
  await untilKept(before);
}

/** Reloads the page without a network, and returns the journal's list of entries. */
async function journalOffline(): Promise<Found> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('link', { name: words.places.journal }).first().click();
  const entries = page.locator('ul.entries');
  await entries.waitFor();
  return entries;
}

test('the evening after a marathon, with a roller and no boots', async () => {
  await makePlan('2026-11-29T17:10:00+01:00', 'marathon', async () => {
    await tap(said.maker.near.fourHours);
    await tap(said.maker.tools.roller);
  });
  await press(await currentStepLink(6));
  await walkToTheEnd();
  // On its first day the plan has walks. The roller comes the next morning.
  await page.clock.setFixedTime('2026-11-30T10:05:00+01:00');
  await page.goto(server.url);
  await page.getByRole('heading', { name: /Foam roller/ }).waitFor();
  await page
    .getByRole('heading', { name: /Foam roller/ })
    .locator('xpath=..')
    .getByRole('link')
    .click();
  await follow();
  const entries = await journalOffline();
  const flush = entries.locator('.entry', { hasText: guides.names['roller-flush'] });
  expect(await flush.innerText()).toContain('A step of the plan: Marathon, day 1');
  expect(await entries.locator('.entry', { hasText: guides.names.walk }).innerText()).toContain('day 0');
  await page.getByRole('link', { name: words.places.plan }).click();
  await page.locator('[data-step="day1-roller"].done').waitFor();
});

test('a plan with simulated boots, from Start to the trace', async () => {
  const person = new PageDriver(page);
  await makePlan('2026-11-29T17:10:00+01:00', 'marathon', async () => {
    await tap(said.maker.near.fourHours);
    await tap(said.maker.tools.boots);
  });
  await press(page.getByRole('button', { name: said.page.bootsOpen }));
  await press(person.button(words.welcome.simulated));
  await person.button(words.choose.start).waitFor();
  found(7);
  expect(await page.getByText('Post-marathon').first().isVisible()).toBe(true);
  expect(await person.button(words.choose.start).isEnabled()).toBe(true);
  await person.set(words.session.time, 1);
  await person.start();
  // Not before, because simulated boots take control away after 30 s of their time without a command.
  await page.waitForFunction(() => document.querySelector('heartward-app')?.view?.phase === 'running');
  await runFaster(page, 20);
  const questions = page.locator('heartward-after');
  await questions.waitFor({ timeout: 200_000 });
  // The question must be visible on the phone without scrolling.
  const height = async (): Promise<number> =>
    (await questions.getByText(after.feel).boundingBox())?.y ?? Number.NaN;
  await expect.poll(height).toBeLessThan(phone.height / 2 + 200);
  await page.clock.setFixedTime('2026-11-29T17:32:00+01:00');
  await questions.getByText('4', { exact: true }).click();
  await questions.getByText(after.no, { exact: true }).click();
  expect(await person.showsText(words.endings.finished.title)).toBe(true);
  await page.getByRole('navigation').getByRole('link', { name: words.places.plan }).click();
  await page.locator('[data-step="day0-boots"].done').waitFor();

  const entries = await journalOffline();
  const session = entries.locator('.entry.session');
  expect(await session.innerText()).toContain('A step of the plan: Marathon, day 0');
  await session.getByRole('link', { name: /^Post-marathon \(simulated\), / }).click();
  await page.locator('heartward-session-trace canvas').waitFor();
}, 400_000);

test('day 2 with very sore legs', async () => {
  await makePlan('2026-12-01T07:40:00+01:00', 'marathon', async () => {
    await page.locator('input[type="datetime-local"]').fill('2026-11-29T13:10');
    await tap('8');
  });
  const lead = await currentStepLink(5);
  const step = page.locator('.step').first();
  await step.getByText(said.changes.sore).waitFor();
  expect(await step.textContent()).toContain('10 min');
  await press(lead);
  await walkToTheEnd();
  const entries = await journalOffline();
  await entries.getByText(guides.names.walk).first().waitFor();
  await entries.getByText('8', { exact: false }).first().waitFor();
});

test('an ultra runner with a cramp, in the cold', async () => {
  await makePlan('2026-11-29T15:10:00+01:00', 'ultra', async () => {
    await tap(said.maker.near.now);
    await tap(said.maker.more);
    await page.getByLabel(said.maker.temperature).fill('-4');
  });
  await page.getByText(said.advice['cold-finish']).waitFor();
  const lead = await currentStepLink(6);
  await page.getByRole('link', { name: guides.names.cramp }).first().click();
  await follow(page.locator('[data-muscle]'));
  await page.getByRole('link', { name: words.places.home }).click();
  await press(lead);
  await walkToTheEnd();
  const entries = await journalOffline();
  for (const led of [/^Cramp, 3 min/, guides.names.walk]) await entries.getByText(led).first().waitFor();
});

test('a day at a desk', async () => {
  await makePlan('2026-11-30T09:00:00+01:00', 'desk', async () => undefined);
  await press(await currentStepLink(4));
  await walkToTheEnd();
  const entries = await journalOffline();
  await entries.getByText(guides.names.walk).first().waitFor();
});
