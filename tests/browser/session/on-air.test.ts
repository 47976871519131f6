/**
 * `npm run boots` in a terminal, and the page in Chromium. The command offers its boots on a second adapter of
 * the simulated BlueZ, where the page finds them.
 */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeCommand } from '../../../firmware-protocol/command.ts';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { systemClock } from '../../../src/clock/system-clock.ts';
import { Bus } from '../../../src/radio/bus.ts';
import { words } from '../../../src/words/in-use.ts';
import { type Air, startAir } from '../bluez/on-the-air.ts';
import type { PeripheralRole } from '../bluez/peripheral-role.ts';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { type BootsCommand, startBootsCommand } from '../driving/boots-command.ts';
import { PageDriver } from '../driving/page-driver.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';

let air: Air;
let role: PeripheralRole;
let server: AppServer;
let launched: Launched;
let person: PageDriver;
let boots: BootsCommand;

const soon = { timeout: 120_000, interval: 250 };
const wave = { timeout: 150_000, interval: 500 };
/** Limit 15 of the boots (PROTOCOL.md 8): below 20 mmHg within 7 s of a stop. */
const emptying = { timeout: 7000, interval: 100 };

const adapterProperty = async (property: string): Promise<unknown> => {
  const bus = await Bus.open(air.busAddress, systemClock);
  if (!(bus instanceof Bus)) throw new Error(bus.text);
  const value = await bus.get(role.adapter, 'org.bluez.Adapter1', property);
  bus.close();
  return value;
};

beforeAll(async () => {
  [air, server] = await Promise.all([
    startAir(),
    builtApp().then((folder) => serveFolder(folder, '/boots/')),
  ]);
  role = await air.addPeripheralRole();
  boots = startBootsCommand(air.busAddress, ['--pump', '20']);
  launched = await launchWithPlaywright({ url: server.url, busAddress: air.busAddress });
  person = new PageDriver(launched.page);
}, 240_000);

afterAll(async () => {
  boots.kill();
  await launched.end();
  await Promise.all([air.end(), server.end()]);
});

test('a page runs a session on the boots, and shows the same pressures as the terminal', async () => {
  await expect.poll(() => role.advertising, soon).toBe(true);
  expect(await adapterProperty('Alias')).toBe('Heartward boots (sim)');
  await person.pair();
  await person.chooseProgram('Post-marathon');
  await person.start();
  await expect.poll(() => boots.screen(), soon).toMatch(/running, \w+/);
  await expect.poll(() => Math.max(...boots.pressures()), wave).toBeGreaterThan(40);
  expect(boots.pressures()).toHaveLength(10);
  await expect
    .poll(async () => Math.abs((await person.highestShown()) - Math.max(...boots.pressures())), soon)
    .toBeLessThan(6);
}, 400_000);

test('the l key cuts the link, and the page reconnects and continues', async () => {
  boots.press('l');
  await expect.poll(() => boots.screen(), soon).toMatch(/no link/);
  await expect.poll(() => boots.screen(), soon).toMatch(/1 link/);
  await expect.poll(() => person.showsText(words.session.stale), soon).toBe(false);
  expect(boots.screen()).toMatch(/running, \w+/);
  await expect
    .poll(async () => Math.abs((await person.highestShown()) - Math.max(...boots.pressures())), soon)
    .toBeLessThan(6);
}, 240_000);

test('a second central stops the boots, and the page shows it', async () => {
  const phone = role.connect({ payload: 244, notify: () => undefined, drop: () => undefined });
  const stop = encodeCommand({ op: 'stop', counter: 1, token: 0 });
  await phone?.write(uuids.controlPoint, stop, true);
  await expect.poll(() => boots.screen(), soon).toMatch(/stopped|venting/);
  await expect.poll(() => Math.max(...boots.pressures()), emptying).toBeLessThan(20);
  await expect.poll(() => person.button(words.session.stop).isVisible(), soon).toBe(false);
  phone?.close();
}, 240_000);

test('q takes the boots off the air and leaves the adapter as it was', async () => {
  boots.press('q');
  expect(await boots.ended).toBe(0);
  expect(role.advertising).toBe(false);
  // An empty alias makes BlueZ use the computer's name again.
  expect(await adapterProperty('Alias')).toBe('');
}, 240_000);

test('a killed command leaves nothing on the air', async () => {
  boots = startBootsCommand(air.busAddress, []);
  await expect.poll(() => role.advertising, soon).toBe(true);
  boots.kill();
  await expect.poll(() => role.advertising, soon).toBe(false);
}, 240_000);
