/**
 * Home offers boots that were used before, with name, battery and last use. One press connects them. Uses the
 * simulated BlueZ.
 */

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { firstWords } from '../../../src/words/first/first-in-use.ts';
import { words } from '../../../src/words/in-use.ts';
import { oneIn } from '../../seed.ts';
import { type BootsOnAir, startBoots } from '../bluez/boots-on-air.ts';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { PageDriver } from '../driving/page-driver.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';

const { home } = firstWords;

let boots: BootsOnAir;
let server: AppServer;
let launched: Launched | null = null;

beforeAll(async () => {
  [boots, server] = await Promise.all([startBoots({ name: 'Anna’s boots' }), builtApp().then(serveFolder)]);
});
afterEach(async () => {
  expect(launched?.troubles).toEqual([]);
  await launched?.end();
});
afterAll(async () => {
  await server.end();
  await boots.end();
});

test.each(
  oneIn(2, [
    ['with the browser’s chooser', [], true],
    ['without the chooser if the browser remembers devices', ['WebBluetoothNewPermissionsBackend'], false],
  ] as const),
)('home offers known boots at the next visit, and one press connects them %s', async (_, features, asks) => {
  const url = server.url;
  launched = await launchWithPlaywright({ url, busAddress: boots.air.busAddress, features });
  const { page, chooser } = launched;
  const person = new PageDriver(page);
  await person.pair();

  // The next visit begins at home.
  await page.goto(url);
  const card = page.locator('.known');
  await card.waitFor();
  const { battery } = boots.status();
  expect(await card.getByText(home.knownWhat(['Anna’s boots'], battery, new Date())).count()).toBe(1);
  expect(await card.getByText(home.knownChooser).count()).toBe(asks ? 1 : 0);
  chooser.offered = [];
  await page.locator('#known-boots').click();
  await person.button(words.choose.start).waitFor();
  expect(chooser.offered.length > 0).toBe(asks);
  await expect.poll(() => person.showsText('Anna’s boots')).toBe(true);
});
