/**
 * The maker's page. A maker of boots injects a fault during a session, reads the measurements, and saves the
 * report.
 */

import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultInjectionEnglish } from '../../../src/words/en/maker/fault-injection.ts';
import { words } from '../../../src/words/in-use.ts';
import { makerWords } from '../../../src/words/maker/maker-in-use.ts';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { PageDriver } from '../driving/page-driver.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';

const maker = makerWords();
const soon = { timeout: 120_000, interval: 250 };

let server: AppServer;
let launched: Launched;
let driver: PageDriver;

beforeAll(async () => {
  server = await serveFolder(await builtApp());
  launched = await launchWithPlaywright({
    url: `${server.url}?zones=3`,
    viewport: { width: 390, height: 844 },
  });
  driver = new PageDriver(launched.page);
});
afterAll(async () => {
  await launched.end();
  await server.end();
});

// Each test continues on the page that the previous one has left.

test('the boots detect an injected fault, and the measurements name its zone and cause', async () => {
  const { page } = launched;
  await driver.useSimulatedBoots();
  await driver.button(words.choose.start).click();
  await page.getByText(words.button.faults).click();
  await page.locator('#fault').selectOption('sensor-dropout');
  await page.locator('#place').selectOption('right 1');
  await driver.button(faultInjectionEnglish.set).click();
  await page.getByText(faultInjectionEnglish.setAt('sensor-dropout', 'Right calf')).waitFor();

  await page.getByRole('link', { name: words.button.maker }).click();
  await page.getByRole('heading', { name: maker.title, level: 1 }).waitFor();
  await expect
    .poll(() => page.getByText(`Right calf: ${maker.causes.noReading.toLowerCase()}`).count(), soon)
    .toBe(1);
});

test("the maker's page breaks no accessibility rule, and fits a phone", async () => {
  const { page } = launched;
  expect(
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
  ).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test('the log shows the kinds of frames that the maker has chosen', async () => {
  const { page } = launched;
  await driver.button(maker.boots.blink).click();
  await page.getByRole('checkbox', { name: maker.log.kind.timeline }).uncheck();
  await driver.button(maker.log.newest).click();
  const log = page.getByRole('group', { name: maker.parts.log });
  await expect.poll(() => log.getByText('identify').count(), soon).toBeGreaterThan(0);
  expect(await log.getByText('keyframes').count()).toBe(0);
});

test('the report names the faulty zone, and contains nothing private', async () => {
  const downloading = launched.page.waitForEvent('download');
  await driver.button(maker.report.save).click();
  const text = readFileSync(await (await downloading).path(), 'utf8');
  const file = JSON.parse(text);
  expect(file).toMatchObject({ format: 'heartward-report', simulated: true });
  expect(file.boots[0].zones.find(({ cause }: { cause: string }) => cause === 'noReading')).toMatchObject({
    side: 'right',
    zone: 1,
  });
  expect(text).not.toContain('SIM-');
});

test('the fault can be removed', async () => {
  await driver.button(faultInjectionEnglish.remove).click();
  await launched.page.getByText(faultInjectionEnglish.none).waitFor();
  expect(launched.troubles).toEqual([]);
});

test('left and right can be swapped, which connects the boots anew; the next page remembers it for these boots', async () => {
  const { page } = launched;
  const swap = driver.button(maker.swap.swap);
  await expect.poll(() => swap.isEnabled(), soon).toBe(true);
  await swap.click();
  await page.getByText(maker.swapped(null)).waitFor();
  await expect.poll(() => driver.button(maker.swap.back).isEnabled(), soon).toBe(true);

  await page.goto(`${server.url}?zones=3&again#home`);
  await driver.useSimulatedBoots();
  await page.getByRole('link', { name: words.button.maker }).click();
  await page.getByText(maker.swapped(null)).waitFor();
  await driver.button(maker.swap.back).click();
  await page.getByText(maker.swap.asStated).waitFor();
  expect(launched.troubles).toEqual([]);
});
