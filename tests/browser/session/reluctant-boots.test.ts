/**
 * Boots that are in reach but do not do what the page asks: another device or page uses them, they speak another
 * version, or they first want a press of their button. For each reason, the page has a text and a next step.
 * Chromium with simulated boots.
 */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeCommand } from '../../../firmware-protocol/command.ts';
import { PROTOCOL_VERSION, uuids } from '../../../firmware-protocol/profile.ts';
import { instant } from '../../../firmware-protocol/quantities.ts';
import type { Notice } from '../../../src/session/view.ts';
import type { Peripheral, PeripheralLink } from '../../../src/simulator/peripheral.ts';
import { words } from '../../../src/words/in-use.ts';
import { journalWords } from '../../../src/words/journal/journal-in-use.ts';
import { type InReach, switchOn } from '../bluez/boots-on-air.ts';
import { type Air, startAir } from '../bluez/on-the-air.ts';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { PageDriver } from '../driving/page-driver.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';

const soon = { timeout: 120_000, interval: 250 };

let air: Air;
let wanting: InReach;
let held: InReach;
let later: InReach;
let server: AppServer;
let launched: Launched;
let person: PageDriver;

const titleOf = (notice: Notice): string => words.notice(notice, null).title;
const quiet = { payload: 244, notify: () => undefined, drop: () => undefined };

/** The same boots under another name, with links that `change` has altered. */
const changed = (
  boots: Peripheral,
  name: string,
  change: (link: PeripheralLink) => PeripheralLink | null,
) => ({
  name,
  services: boots.services,
  open: (central: Parameters<Peripheral['open']>[0]) => {
    const link = boots.open(central);
    return link && change(link);
  },
});

beforeAll(async () => {
  [air, server] = await Promise.all([startAir(), builtApp().then((folder) => serveFolder(folder))]);
  wanting = switchOn(air, { name: 'Wanting', insistOnPress: true, zones: 3 });
  held = switchOn(air, { name: 'Held', zones: 3 });
  later = switchOn(air, { name: 'Base', zones: 3 });
  const { peripheral } = later.boots;
  // The first byte of the Feature is the protocol's major version, which is 1.
  const newer = (value: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array([2, ...value.slice(1)]);
  air.add(
    changed(peripheral, 'Newer', (link) => ({
      ...link,
      read: (uuid) => (uuid === uuids.feature ? newer(link.read(uuid)) : link.read(uuid)),
      write: (...args) => link.write(...args),
      subscribe: (...args) => link.subscribe(...args),
      close: () => link.close(),
    })),
  );
  air.add(changed(peripheral, 'Full', () => null));
  launched = await launchWithPlaywright({
    url: server.url,
    busAddress: air.busAddress,
    viewport: { width: 390, height: 844 },
  });
  person = new PageDriver(launched.page);
});
afterAll(async () => {
  for (const boots of [wanting, held, later]) boots.switchOff();
  await launched.end();
  await Promise.all([air.end(), server.end()]);
});

/**
 * Pairs with the boots called `name`, and waits until the page says that it cannot use them. @returns the
 * paragraphs of the notice
 */
const tryToPair = async (name: string, notice: Notice): Promise<readonly string[]> => {
  launched.chooser.pick = name;
  await person.button(words.welcome.pair).click();
  const none = person.button(journalWords().gate.screening.none);
  const said = launched.page.getByText(titleOf(notice)).first();
  await none.or(said).first().waitFor({ timeout: 60_000 });
  if (await none.isVisible()) await none.click();
  await said.waitFor();
  return launched.page.getByRole('alert').first().locator('p').allInnerTexts();
};

test('boots of another version: both versions are said, and what to do', async () => {
  const notice = { kind: 'wrongVersion', theirs: '2.0', ours: PROTOCOL_VERSION } as const;
  const advice = await tryToPair('Newer', notice);
  expect(advice.join(' ')).toContain(words.notice(notice, null).advice.join(' '));
  expect(await person.button(words.welcome.pair).isEnabled()).toBe(true);
}, 120_000);

test('boots that another device is connected to: the page says so among what to check', async () => {
  const advice = await tryToPair('Full', { kind: 'couldNotConnect', cause: { kind: 'noAnswer' } });
  expect(advice.join(' ')).toContain('not connected to another device');
  expect(await person.button(words.welcome.pair).isEnabled()).toBe(true);
}, 120_000);

test('boots that another page controls: the press that takes them over is said, and works', async () => {
  launched.chooser.pick = 'Held';
  const other = held.boots.peripheral.open(quiet);
  other?.write(
    uuids.controlPoint,
    encodeCommand({ op: 'requestControl', counter: 1, token: 0, previousToken: 0, major: 1, minor: 0 }),
    true,
  );
  expect(held.status().holder).not.toBe(0);
  await person.pair();
  await person.button(words.choose.start).click();
  const notice = { kind: 'heldByAnother', sides: [] } as const;
  await expect.poll(() => person.showsText(titleOf(notice)), soon).toBe(true);
  for (const line of words.notice(notice, null).advice) expect(await person.showsText(line)).toBe(true);
  expect(held.status().therapy).toBe('stopped');

  held.boots.peripheral.pressButton();
  // The time that a person needs to get from the boots' button to the page.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await person.start();
  await expect.poll(() => held.status().therapy, soon).toBe('running');
  expect(await person.showsText(titleOf(notice))).toBe(false);
  await person.stop();
  await expect.poll(() => held.status().therapy, soon).toBe('stopped');
  await person.backToChoice();
  await person.disconnect();
  other?.close();
}, 200_000);

test('boots that want a press: the page asks for it, counts down while it counts, and then starts', async () => {
  launched.chooser.pick = 'Wanting';
  await person.pair();
  await person.button(words.choose.start).click();
  await expect
    .poll(() => person.showsText(titleOf({ kind: 'needsPress', sides: [], toStart: true })), soon)
    .toBe(true);
  expect(wanting.status().holder).toBe(0);

  wanting.boots.peripheral.pressButton();
  await expect
    .poll(
      () => person.showsText(titleOf({ kind: 'pressed', sides: [], toStart: true, at: instant(0) })),
      soon,
    )
    .toBe(true);
  const left = launched.page.locator('heartward-notice .left');
  const shown = async (): Promise<number> => Number.parseInt(await left.innerText(), 10);
  const first = await shown();
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThanOrEqual(10);
  await expect.poll(shown, { timeout: 5000, interval: 100 }).toBeLessThan(first);
  await person.start();
  await expect.poll(() => wanting.status().therapy, soon).toBe('running');
  expect(await left.count()).toBe(0);
  await person.stop();
  await expect.poll(() => wanting.status().therapy, soon).toBe('stopped');
}, 200_000);

test('simulated boots that want a press get it from the user, who has a button for it', async () => {
  const { page } = launched;
  await page.goto(`${server.url}?zones=3&press=first#home`);
  await person.useSimulatedBoots();
  await person.button(words.choose.start).click();
  await page.locator('#press-simulated').click();
  await expect
    .poll(
      () => person.showsText(titleOf({ kind: 'pressed', sides: [], toStart: true, at: instant(0) })),
      soon,
    )
    .toBe(true);
  await person.start();
  await page.getByRole('img', { name: new RegExp(words.session.legs) }).waitFor();
  expect(launched.troubles).toEqual([]);
}, 120_000);
