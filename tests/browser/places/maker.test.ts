/** The maker's page: a maker injects a fault during a session, reads the measurements, and saves the report. */

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

const soon = { timeout: 60_000, interval: 250 };

let server: AppServer;
let launched: Launched;

beforeAll(async () => {
  server = await serveFolder(await builtApp());
  launched = await launchWithPlaywright({
    url: `${server.url}?zones=3`,
    viewport: { width: 390, height: 844 },
  });
});
afterAll(async () => {
  await launched.end();
  await server.end();
});

test('the boots detect an injected fault, the page shows it in measurements and log, and the report contains nothing private', async () => {
  const { page } = launched;
  const driver = new PageDriver(page);
  const maker = makerWords();
  await driver.useSimulatedBoots();
  await driver.button(words.choose.start).click();
  await page.getByText(words.button.faults).click();
  await page.locator('#fault').selectOption('sensor-dropout');
  await page.locator('#place').selectOption('right 1');
  await driver.button(faultInjectionEnglish.set).click();
  await page.getByText(faultInjectionEnglish.setAt('sensor-dropout', 'Right calf')).waitFor();

  await page.getByRole('link', { name: words.button.maker }).click();
  await page.getByRole('heading', { name: maker.title, level: 1 }).waitFor();
  // The page finds the fault in the boots' readings alone.
  await expect
    .poll(() => page.getByText(`Right calf: ${maker.causes.noReading.toLowerCase()}`).count(), soon)
    .toBe(1);
  expect(
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
  ).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

  await driver.button(maker.boots.blink).click();
  await page.getByRole('checkbox', { name: maker.log.kind.timeline }).uncheck();
  await driver.button(maker.log.newest).click();
  const log = page.getByRole('group', { name: maker.parts.log });
  await expect.poll(() => log.getByText('identify').count(), soon).toBeGreaterThan(0);
  expect(await log.getByText('keyframes').count()).toBe(0);

  const downloading = page.waitForEvent('download');
  await driver.button(maker.report.save).click();
  const path = await (await downloading).path();
  const text = readFileSync(path, 'utf8');
  const file = JSON.parse(text);
  expect(file).toMatchObject({ format: 'heartward-report', simulated: true });
  expect(file.boots[0].zones.find(({ cause }: { cause: string }) => cause === 'noReading')).toMatchObject({
    side: 'right',
    zone: 1,
  });
  expect(text).not.toContain('SIM-');

  await driver.button(faultInjectionEnglish.remove).click();
  await page.getByText(faultInjectionEnglish.none).waitFor();
});
