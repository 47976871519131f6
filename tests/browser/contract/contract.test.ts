/** Chromium's Web Bluetooth fulfils the same contract as the simulated Web Bluetooth. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { PracticePeripheral } from '../../contract/practice-peripheral.ts';
import { clauses } from '../../contract/web-bluetooth.ts';
import { type Air, startAir } from '../bluez/on-the-air.ts';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { type AppServer, servePage } from '../serving/app-server.ts';
import { pageWithScript } from '../serving/page-script.ts';

const peripheral = new PracticePeripheral();
/**
 * How long BlueZ keeps a link after a disconnection, ms: a quarter of the time of a stock bluetoothd, to save
 * time. Each clause ends by disconnecting.
 */
const DISCONNECTING = 500;

let air: Air;
let server: AppServer;
let launched: Launched;

beforeAll(async () => {
  [air, server] = await Promise.all([
    startAir(),
    pageWithScript(new URL('./page.ts', import.meta.url)).then(servePage),
  ]);
  air.add(peripheral, { quirks: { disconnectTime: DISCONNECTING } });
  launched = await launchWithPlaywright({ url: server.url, busAddress: air.busAddress });
});

afterAll(async () => {
  await launched.end();
  await Promise.all([air.end(), server.end()]);
});

test.each(clauses.map(({ title }) => title))('%s', async (title) => {
  const { page, troubles } = launched;
  await page.getByRole('button', { name: title, exact: true }).click();
  const outcome = page.getByRole('status', { name: title, exact: true });
  await expect.poll(() => outcome.textContent(), { timeout: 10_000 }).not.toBe('');
  expect(await outcome.textContent()).toBe('holds');
  await expect.poll(() => peripheral.links.size, { message: 'links left open' }).toBe(0);
  // Chromium notices the disconnection a moment later. Until then, connecting returns the old link.
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(troubles).toEqual([]);
});
