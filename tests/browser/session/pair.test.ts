/**
 * Two boots, a left and a right one, in Chromium with its own device chooser. Each boot has simulated firmware
 * and a plant.
 */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { opCodes } from '../../../firmware-protocol/command.ts';
import { uuids } from '../../../firmware-protocol/profile.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import { words } from '../../../src/words/in-use.ts';
import { type InReach, switchOn } from '../bluez/boots-on-air.ts';
import { type Air, startAir } from '../bluez/on-the-air.ts';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { PageDriver } from '../driving/page-driver.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';

const LEFT = 'My left boot';
const RIGHT = 'My right boot';
const STRANGE = "Somebody else's left boot";

let air: Air;
let server: AppServer;
let launched: Launched;
let person: PageDriver;
let boots: Readonly<Record<Side, InReach>>;
let strange: InReach;

const soon = { timeout: 120_000, interval: 250 };
/** Limit 15 of the boots (PROTOCOL.md 8): below 20 mmHg within 7 s of a stop. */
const emptying = { timeout: 7000, interval: 100 };
/** How long a wave may take to move up the leg, ms. */
const wave = { timeout: 60_000, interval: 250 };

const both = <T>(of: (boot: InReach) => T): readonly T[] => [of(boots.left), of(boots.right)];
const therapies = (): readonly string[] => both((boot) => boot.status().therapy);
const highest = (): number => Math.max(...both((boot) => boot.highestPressure()));
const lowest = (): number => Math.min(...both((boot) => boot.highestPressure()));

const stopsTo = ({ radio }: InReach): number =>
  radio.log.writes.filter(
    ({ characteristic, value }) => characteristic === uuids.controlPoint && value[0] === opCodes.stop,
  ).length;

beforeAll(async () => {
  [air, server] = await Promise.all([startAir(), builtApp().then((folder) => serveFolder(folder))]);
  const boot = (kind: Side, seed: number, name: string) => switchOn(air, { kind, seed, name, zones: 3 });
  boots = { left: boot('left', 1, LEFT), right: boot('right', 2, RIGHT) };
  strange = boot('left', 3, STRANGE);
  launched = await launchWithPlaywright({ url: server.url, busAddress: air.busAddress });
  person = new PageDriver(launched.page);
}, 60_000);

afterAll(async () => {
  await launched.end();
  for (const boot of [boots.left, boots.right, strange]) boot.switchOff();
  await Promise.all([air.end(), server.end()]);
});

/** Presses "Add the right boot", and picks the device called `pick` in the browser's chooser. */
const add = async (pick: string): Promise<void> => {
  const { chooser } = launched;
  chooser.pick = pick;
  chooser.offered = [];
  await person.button(words.other.add('right')).click();
  await expect.poll(() => chooser.offered.length, soon).toBeGreaterThan(0);
};

/**
 * When the boot first gets a target other than venting, ms of performance.now(). Counted by the boot's clock,
 * because this process may simulate the boot late.
 */
const firstAsked = ({ boots: simulated, since }: InReach): Promise<number> =>
  new Promise((resolve) => {
    const end = simulated.observe((at) => {
      if (simulated.peripheral.targets.every((target) => target === 'vent')) return;
      end();
      resolve(since + at * 1000);
    });
  });

const refusals = {
  twice: words.notice({ kind: 'notAPair', why: { kind: 'chosenTwice' } }, null).title,
  sameLeg: words.notice({ kind: 'notAPair', why: { kind: 'sameLeg', side: 'left' } }, null).title,
};

test('one boot stays connected if the user chooses no second boot or one that does not match, and the page says why', async () => {
  launched.chooser.pick = LEFT;
  await person.pair();
  await add('cancel');
  await expect.poll(() => person.button(words.other.add('right')).isVisible(), soon).toBe(true);
  for (const refusal of Object.values(refusals)) expect(await person.showsText(refusal)).toBe(false);
  for (const [pick, refusal] of [
    [LEFT, refusals.twice],
    [STRANGE, refusals.sameLeg],
  ] as const) {
    await add(pick);
    await expect.poll(() => person.showsText(refusal), { ...soon, message: pick }).toBe(true);
    expect(boots.left.radio.connected).toBe(true);
  }
  // The page disconnects the refused boot, so that others can use it.
  await expect.poll(() => strange.radio.connected, soon).toBe(false);
  expect(launched.troubles).toEqual([]);
});

test('two boots run one session: they start together, follow changes, survive a lost link, and stop together', async () => {
  await add(RIGHT);
  await expect.poll(() => boots.right.radio.connected, soon).toBe(true);
  await expect.poll(() => person.button(words.other.add('right')).isVisible(), soon).toBe(false);
  await person.chooseProgram('Post-marathon');

  const [left, right] = [firstAsked(boots.left), firstAsked(boots.right)];
  await person.start();
  const apart = Math.abs((await left) - (await right));
  expect(apart).toBeLessThanOrEqual(50);
  expect(therapies()).toEqual(['running', 'running']);
  await expect.poll(lowest, wave).toBeGreaterThan(40);
  expect(await person.zonesShown()).toHaveLength(6);

  await person.set(words.session.intensity, 30);
  await expect.poll(highest, soon).toBeLessThan(36);
  expect(therapies()).toEqual(['running', 'running']);

  boots.right.radio.drop();
  await expect.poll(() => boots.right.radio.connected, soon).toBe(true);
  const lost = words.notice({ kind: 'linkLost', playingOn: true }, null).title;
  await expect.poll(() => person.showsText(lost), soon).toBe(false);
  await expect.poll(() => person.showsText(words.session.stale), soon).toBe(false);
  expect(therapies()).toEqual(['running', 'running']);

  const before = both(stopsTo);
  await person.stop();
  await expect.poll(therapies, soon).toEqual(['stopped', 'stopped']);
  await expect.poll(() => person.showsText(words.endings.stoppedByController.title), soon).toBe(true);
  const sent = both(stopsTo);
  for (const [i, stops] of sent.entries()) expect(stops).toBeGreaterThan(before[i] ?? 0);
  await expect.poll(highest, emptying).toBeLessThan(20);
  // Both boots have acknowledged Stop: otherwise the page would go on repeating it.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(both(stopsTo)).toEqual(sent);
  expect(both((boot) => boot.status().endReason)).toEqual(['stoppedByController', 'stoppedByController']);
  expect(launched.troubles).toEqual([]);
}, 120_000);
