/** A first visit with simulated boots, in a browser without Web Bluetooth. */

import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Phase } from '../../../src/session/view.ts';
import { words } from '../../../src/words/in-use.ts';
import { oneIn } from '../../seed.ts';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { PageDriver } from '../driving/page-driver.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';

declare global {
  interface Window {
    /** Top and height of the intensity dial on the page, px, without repeats in a row. */
    places: string[];
    phases: string[];
    watch: number;
  }
}

let server: AppServer;
let launched: Launched;
let person: PageDriver;

beforeAll(async () => {
  server = await serveFolder(await builtApp());
  // A pair has two pumps, so it fills faster than boots with one.
  launched = await launchWithPlaywright({ url: `${server.url}?boots=pair&zones=6&seed=3` });
  person = new PageDriver(launched.page);
});

afterAll(async () => {
  await launched.end();
  await server.end();
});

const watchDial = (): Promise<void> =>
  launched.page.evaluate(() => {
    window.places = [];
    const look = (): void => {
      const screen = document.querySelector('heartward-app')?.shadowRoot?.querySelector('heartward-session');
      const settings = screen?.shadowRoot?.querySelector('heartward-settings');
      const dial = settings?.shadowRoot?.querySelector('#intensity');
      if (dial) {
        const { top, height } = dial.getBoundingClientRect();
        const place = `${Math.round(top + scrollY)} ${Math.round(height)}`;
        if (window.places.at(-1) !== place) window.places.push(place);
      }
      requestAnimationFrame(look);
    };
    look();
  });

test('simulated boots run a session without Bluetooth, and the page says that they are simulated', async () => {
  expect(await launched.page.evaluate(() => 'bluetooth' in navigator)).toBe(false);
  await person.useSimulatedBoots();
  expect(await person.showsText(words.page.simulated)).toBe(true);
  // No session has run in this browser yet, so the page has chosen First time.
  expect(await person.isChosen('First time')).toBe(true);
  await person.chooseProgram('Post-marathon');
  await launched.page.setViewportSize({ width: 360, height: 740 });
  await watchDial();
  await person.start();
  expect(await person.showsText(words.page.simulated)).toBe(true);
  await expect.poll(() => person.highestShown(), { timeout: 150_000, interval: 500 }).toBeGreaterThan(25);
  expect(await person.zonesShown()).toHaveLength(12);
  await person.set(words.session.intensity, 58);
  await person.button(words.session.moreTime).click();
  await person.pause();
  await expect.poll(() => person.button(words.session.resume).isEnabled()).toBe(true);
  await person.resume();
  await expect.poll(() => person.highestTarget(), { timeout: 60_000 }).toBeGreaterThan(0);
  await person.stop();
  await expect
    .poll(() => person.showsText(words.endings.stoppedByController.title), { timeout: 60_000 })
    .toBe(true);
  await expect.poll(() => person.button(words.session.stop).isVisible()).toBe(false);
  expect(await launched.page.evaluate(() => window.places)).toHaveLength(1);
  expect(launched.troubles).toEqual([]);
});

const looksOf = (shown: Page) =>
  shown.evaluate(() => {
    const { lang, dataset } = document.documentElement;
    return { lang, ...dataset };
  });

test('the mini window shows the session and stops it with Esc, and the page’s icon shows the time left', async () => {
  const { page, context } = launched;
  await person.startAgain();
  await expect.poll(() => person.highestTarget()).toBeGreaterThan(0);
  const [small] = await Promise.all([context.waitForEvent('page'), person.button(words.desk.mini).click()]);
  expect(await small.getByRole('main').locator('#stop').count()).toBe(1);
  expect(await small.locator('.time').textContent()).toMatch(/\d+:\d\d/);
  // The mini window uses the page's style sheet, so it has the page's colours.
  const red = await page.locator('#stop').evaluate((stop) => getComputedStyle(stop).backgroundColor);
  await expect
    .poll(() => small.locator('#stop').evaluate((stop) => getComputedStyle(stop).backgroundColor))
    .toBe(red);
  expect(await page.locator('link[rel=icon]').getAttribute('href')).toMatch(/^data:image\/png/);
  expect(await looksOf(small)).toEqual(await looksOf(page));
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  await expect.poll(() => looksOf(small)).toMatchObject({ theme: 'dark' });
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'system'));
  await small.locator('body').press('Escape');
  await expect.poll(() => person.showsText(words.endings.stoppedByController.title)).toBe(true);
  await expect.poll(() => page.locator('link[rel=icon]').getAttribute('href')).not.toMatch(/^data:/);
  await small.close();
  expect(launched.troubles).toEqual([]);
});

test('the button on simulated boots stops them', async () => {
  await expect.poll(startable).toBe(true);
  await person.startAgain();
  await expect.poll(() => person.highestTarget()).toBeGreaterThan(0);
  await person.button(words.button.press).click();
  await expect.poll(() => person.showsText(words.endings.stoppedAtBoots.title)).toBe(true);
  expect(launched.troubles).toEqual([]);
});

/** Clicks Stop, and then the same place at each of the times in `later`, ms after the first click. */
async function pressStop(...later: readonly number[]): Promise<void> {
  const { page } = launched;
  const box = await person.button(words.session.stop).boundingBox();
  if (!box) throw new Error('Stop is not there.');
  const at = [box.x + box.width / 2, box.y + box.height / 2] as const;
  await page.mouse.click(...at);
  let passed = 0;
  for (const ms of later) {
    await page.waitForTimeout(ms - passed);
    passed = ms;
    await page.mouse.click(...at);
  }
}

const watchPhases = (): Promise<void> =>
  launched.page.evaluate(() => {
    const app = document.querySelector('heartward-app');
    window.phases = [];
    window.clearInterval(window.watch);
    window.watch = window.setInterval(() => {
      const phase = app?.view?.phase;
      if (phase && window.phases.at(-1) !== phase) window.phases.push(phase);
    }, 5);
  });
const startable = (): Promise<boolean> =>
  launched.page.evaluate(() => document.querySelector('heartward-app')?.view?.startable.kind === 'yes');
const phases = (): Promise<readonly string[]> => launched.page.evaluate(() => window.phases);

/** Checks that no squeeze begins between the first press of Stop and the moment when Start is possible again. */
async function expectNothingBegan(before: Phase): Promise<void> {
  await expect.poll(startable).toBe(true);
  const over: readonly string[] = ['stopping', 'ended', 'idle'];
  const seen = await phases();
  expect(seen.filter((phase) => !over.includes(phase))).toEqual([before]);
  expect(over).toContain(seen.at(-1));
}

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };
const again = (): Promise<void> =>
  person.button(words.choose.start).or(person.button(words.ended.again)).click();

test.each(
  oneIn(2, [
    { size: desk, later: [60, 350, 800] },
    { size: phone, later: [250] },
    { size: phone, later: [60] },
    { size: desk, later: [350] },
    { size: phone, later: [1200] },
  ]),
)(
  'pressing Stop again $later ms later, while the boots prepare, starts nothing: $size.width px',
  async ({ size, later }) => {
    await launched.page.setViewportSize(size);
    await again();
    await person.button(words.session.stop).waitFor();
    await watchPhases();
    await pressStop(...later);
    await expectNothingBegan('preparing');
  },
);

test('pressing Stop repeatedly during a squeeze starts nothing', async () => {
  await launched.page.setViewportSize(phone);
  await again();
  await expect.poll(() => person.highestShown(), { timeout: 150_000 }).toBeGreaterThan(20);
  await watchPhases();
  await pressStop(250, 1200);
  await expectNothingBegan('running');
});

test('pressing Pause twice, Stop during a pause, or holding a key starts nothing', async () => {
  const { page } = launched;
  await page.setViewportSize(phone);
  await again();
  await watchPhases();
  await expect.poll(phases).toContain('running');
  // A key that is held down repeats.
  await page.keyboard.down('Space');
  await page.keyboard.down('Space');
  await page.keyboard.up('Space');
  await expect.poll(phases).toContain('paused');
  await page.keyboard.press('Space');
  await person.button(words.session.pause).dblclick({ force: true });
  await expect.poll(async () => (await phases()).at(-1)).toBe('paused');
  await watchPhases();
  await pressStop(60, 350);
  await page.keyboard.down('Enter');
  for (let i = 0; i < 20; i++) {
    await page.waitForTimeout(40);
    await page.keyboard.down('Enter');
  }
  await page.keyboard.up('Enter');
  await expectNothingBegan('paused');
  expect(launched.troubles).toEqual([]);
});

test('the next visit begins with the program that ran last', async () => {
  await launched.page.reload();
  await person.useSimulatedBoots();
  await expect.poll(() => person.isChosen('Post-marathon')).toBe(true);
  await person.chooseProgram('Ultra');
  await launched.page.reload();
  await person.useSimulatedBoots();
  await expect.poll(() => person.isChosen('Post-marathon')).toBe(true);
  expect(launched.troubles).toEqual([]);
});
