/** What a newcomer does: simulated boots in the page itself, in a browser that has no Web Bluetooth. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { endings } from '../../src/ui/words/endings.ts';
import { page as pageWords, session as words } from '../../src/ui/words/screens.ts';
import { button } from '../../src/ui/words/simulated.ts';
import { type AppServer, serveFolder } from './app-server.ts';
import { builtApp } from './built-app.ts';
import { type Launched, launchWithPlaywright } from './chromium/launch.ts';
import { PageDriver } from './page-driver.ts';

let server: AppServer;
let launched: Launched;
let person: PageDriver;

beforeAll(async () => {
  server = await serveFolder(await builtApp());
  // A pump a leg: the first filling of a hub takes a minute.
  launched = await launchWithPlaywright({ url: `${server.url}?boots=pair&zones=6&seed=3` });
  person = new PageDriver(launched.page);
});

afterAll(async () => {
  await launched.end();
  await server.end();
});

test('simulated boots run a session without any Bluetooth, and the page says that they are simulated', async () => {
  expect(await launched.page.evaluate(() => 'bluetooth' in navigator)).toBe(false);
  await person.useSimulatedBoots();
  expect(await person.sees(pageWords.simulated)).toBe(true);
  // Nothing has ever been run in this browser.
  expect(await person.isChosen('First time')).toBe(true);
  await person.chooseProgram('Post-marathon');
  await person.start();
  expect(await person.sees(pageWords.simulated)).toBe(true);
  await expect.poll(() => person.highestShown(), { timeout: 90_000, interval: 200 }).toBeGreaterThan(25);
  expect(await person.shown()).toHaveLength(12);
  await person.stop();
  await expect.poll(() => person.sees(endings.stoppedByController.title), { timeout: 10_000 }).toBe(true);
  await expect.poll(() => person.button(words.stop).isVisible()).toBe(false);
  expect(launched.troubles).toEqual([]);
});

test('the button on simulated boots stops them, also without the page', async () => {
  await person.startAgain();
  await expect.poll(() => person.highestAsked()).toBeGreaterThan(0);
  await person.button(button.press).click();
  await expect.poll(() => person.sees(endings.stoppedAtBoots.title)).toBe(true);
  expect(launched.troubles).toEqual([]);
});

test('the next visit begins with the program that was run last', async () => {
  await launched.page.reload();
  await person.useSimulatedBoots();
  expect(await person.isChosen('Post-marathon')).toBe(true);
  await person.chooseProgram('Ultra');
  await launched.page.reload();
  await person.useSimulatedBoots();
  expect(await person.isChosen('Post-marathon')).toBe(true);
  expect(launched.troubles).toEqual([]);
});
