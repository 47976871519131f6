/** A runner makes a plan, ticks its steps, shares it, and opens a step for the boots in one press. */

import type { BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { planText } from '../../../src/plan/document.ts';
import { planLink } from '../../../src/plan/link.ts';
import { words } from '../../../src/words/in-use.ts';
import { planWords } from '../../../src/words/plan/plan-in-use.ts';
import { requestFor } from '../../unit/plan/request-for.ts';
import { type Launched, launchWithPlaywright, withoutServiceWorkers } from '../chromium/launch.ts';
import { type Trouble, watchForTroubles } from '../chromium/troubles.ts';
import { PageDriver } from '../driving/page-driver.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';

const said = planWords();

let server: AppServer;
let launched: Launched;
let context: BrowserContext;
let troubles: readonly Trouble[];
let page: Page;
let person: PageDriver;

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
  page = await context.newPage();
  person = new PageDriver(page);
  await page.clock.setFixedTime(EVENING);
  await page.goto(server.url);
});

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

const step = (id: string) => page.locator(`[data-step="${id}"]`);

test('the user makes a plan and ticks a step, and both are there after a reload', async () => {
  await makePlan(said.maker.tools.roller);
  expect(await page.title()).toBe('Plan · Heartward');
  expect(await person.showsText('ended Sunday 29 November 2026 at 13:10 (Europe/Berlin)')).toBe(true);
  const walk = step('day0-walk-evening');
  await walk.getByRole('button', { name: said.page.done }).click();
  await page.reload();
  await walk.waitFor();
  expect(await walk.getByRole('button', { name: said.page.done }).getAttribute('aria-pressed')).toBe('true');
  await walk.getByRole('button', { name: said.page.done }).click();
  expect(await walk.getByRole('button', { name: said.page.done }).getAttribute('aria-pressed')).toBe('false');
  // One press shows why the plan has a step, and the source.
  await walk.locator('summary').click();
  expect(await walk.innerText()).toContain(said.reasons['evening-walk']);
  expect(await walk.innerText()).toContain('doi:10.1371/journal.pone.0207313');
  expect(troubles).toEqual([]);
});

test('home shows what to do now: it links to the form of a plan, and then shows the plan’s current step', async () => {
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(words.home.title);
  await page.getByRole('link', { name: words.home.planMake }).click();
  await page.getByText(said.events.marathon, { exact: true }).click();
  await page.getByText(said.maker.near.fourHours).click();
  await page.getByRole('button', { name: said.maker.make }).click();
  await page.getByRole('link', { name: words.places.home }).click();
  const now = page.locator('heartward-today .step');
  expect(await now.innerText()).toContain('17:15');
  await now.getByRole('button', { name: said.page.done }).click();
  await page.getByRole('heading', { name: /Drink to thirst/ }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: /Drink to thirst/ }).waitFor();
  // The next morning, home asks how sore the legs are. After a high answer, the walk is shorter.
  await page.clock.setFixedTime('2026-12-01T07:30:00+01:00');
  await page.reload();
  await page.getByRole('heading', { name: /Walk 15 min/ }).waitFor();
  await page.getByRole('button', { name: '8', exact: true }).click();
  await page.getByRole('heading', { name: /Walk 10 min/ }).waitFor();
  expect(troubles).toEqual([]);
});

test('home repeats the last session, with its program and settings', async () => {
  await person.useSimulatedBoots();
  await person.chooseProgram('Trail');
  await person.start();
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('heartward.last-session')), { timeout: 60_000 })
    .toContain('Trail');
  await person.stop();
  await expect.poll(() => person.button(words.session.stop).isVisible(), { timeout: 60_000 }).toBe(false);
  await page.goto(server.url);
  await page.getByRole('button', { name: /^Trail, / }).click();
  await person.button(words.choose.start).waitFor();
  expect(await person.isChosen('Trail')).toBe(true);
  expect(troubles).toEqual([]);
});

test('a plan opened a week late says what was missed, and continues from today', async () => {
  await makePlan();
  await page.clock.setFixedTime('2026-12-06T09:00:00+01:00');
  await page.reload();
  await page.getByRole('heading', { name: /^Today: Day 7/ }).waitFor();
  expect(await person.showsText('7 days have passed without a word from you')).toBe(true);
  expect(troubles).toEqual([]);
});

test('a sign locks the steps that are not safe, an emergency hides everything else, and both can be withdrawn', async () => {
  await makePlan(said.maker.tools.boots);
  await page.getByText(said.page.wrong).click();
  await page.getByRole('button', { name: said.page.signs['one-calf'] }).click();
  await page.getByRole('heading', { name: 'Get your leg looked at today' }).waitFor();
  const boots = step('day0-boots');
  expect(await boots.getByRole('button', { name: said.page.bootsOpen }).count()).toBe(0);
  await page.getByRole('button', { name: said.page.mistake }).click();
  await boots.getByRole('button', { name: said.page.bootsOpen }).waitFor();
  // A difference of 3 cm between the calves counts as swelling. 2 cm do not.
  for (const [left, right] of ['38/40', '38/41'].map((pair) => pair.split('/'))) {
    await page.getByLabel(said.page.girth.left).fill(left ?? '');
    await page.getByLabel(said.page.girth.right).fill(right ?? '');
    await page.getByRole('button', { name: said.page.girth.tell }).click();
    await page.getByText(said.page.girth.last(Number(left), Number(right))).waitFor();
    expect(await boots.getByRole('button', { name: said.page.bootsOpen }).count()).toBe(
      right === '41' ? 0 : 1,
    );
  }
  await page.getByRole('button', { name: said.page.mistake }).click();
  await boots.getByRole('button', { name: said.page.bootsOpen }).waitFor();
  await page.getByRole('button', { name: said.page.signs.emergency }).click();
  await page.getByRole('link', { name: said.page.call }).waitFor();
  expect(await page.getByRole('navigation').count()).toBe(0);
  expect(await page.getByRole('main').innerText()).not.toContain(said.page.today);
  await page.reload();
  await page.getByRole('link', { name: said.page.call }).waitFor();
  await page.getByRole('button', { name: said.page.cleared }).click();
  await page.getByRole('heading', { level: 1, name: said.events.marathon }).waitFor();
  expect(troubles).toEqual([]);
});

test('a boots step opens its program with the settings of the plan, ready for Start', async () => {
  await makePlan(said.maker.tools.boots);
  await step('day0-boots').getByRole('button', { name: said.page.bootsOpen }).click();
  await person.useSimulatedBoots();
  expect(await person.isChosen('Post-marathon')).toBe(true);
  expect(await person.slider(words.session.intensity).getAttribute('aria-valuenow')).toBe('55');
  await person.start();
  // Other places show Stop, too, and a link back to the session.
  await page.getByRole('navigation').getByRole('link', { name: words.places.plan }).click();
  await page.getByRole('heading', { level: 1, name: said.events.marathon }).waitFor();
  expect(await person.button(words.session.stop).isVisible()).toBe(true);
  await page.getByRole('link', { name: /^Post-marathon, .* left/ }).click();
  await person.legs.waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: said.events.marathon }).waitFor();
  await person.stop();
  await expect.poll(() => person.button(words.session.stop).isVisible(), { timeout: 60_000 }).toBe(false);
  expect(troubles).toEqual([]);
});

test('a plan is shared as a calendar and a QR code, and imported from a picture, a file, a link and an activity', async () => {
  await makePlan();
  const [calendar] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: said.exchange.calendar }).click(),
  ]);
  expect(calendar.suggestedFilename()).toBe('heartward-marathon-2026-11-29.ics');
  await page.getByRole('button', { name: said.exchange.code }).click();
  const code = await page.getByRole('img', { name: said.exchange.codeAloud }).screenshot();
  await page.getByRole('button', { name: said.page.drop }).click();
  await page.getByRole('heading', { name: said.maker.title }).waitFor();
  await page.locator('#file').setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: code });
  await page.getByRole('heading', { level: 1, name: said.events.marathon }).waitFor();
  // A file that is dropped on any screen opens the place to which it belongs.
  await page.getByRole('link', { name: words.places.home }).click();
  await person.dropOrPaste('drop', { file: planText(requestFor('desk')) });
  await page.getByRole('heading', { level: 1, name: said.events.desk }).waitFor();
  await page.goto(planLink(requestFor('flight'), server.url));
  await page.getByRole('heading', { level: 1, name: said.events.flight }).waitFor();
  expect(new URL(page.url()).hash).toBe('#plan');
  const points = ['09', '10', '11'].map(
    (hour, at) => `<trkpt lat="${at / 20}" lon="7"><time>2026-11-29T${hour}:30:00Z</time></trkpt>`,
  );
  const text = `<gpx><trk>${points.map((point) => `<trkseg>${point}</trkseg>`).join('')}</trk></gpx>`;
  await page.locator('#file').setInputFiles({ name: 'run.gpx', mimeType: '', buffer: Buffer.from(text) });
  await page.getByRole('heading', { name: said.maker.title }).waitFor();
  expect(await page.getByLabel(said.maker.exactly).inputValue()).toBe('2026-11-29T12:30');
  expect(troubles).toEqual([]);
});

test('a plan can be removed and restored', async () => {
  await makePlan();
  await page.getByRole('button', { name: said.page.drop }).click();
  await page.getByRole('heading', { name: said.maker.title }).waitFor();
  await page.getByRole('button', { name: said.page.restore }).click();
  await page.getByRole('heading', { level: 1, name: said.events.marathon }).waitFor();
  expect(troubles).toEqual([]);
});
