/**
 * Sessions in Chromium whose link is lost or closed, with simulated boots (firmware and plant) behind the
 * simulated BlueZ.
 */

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Notice } from '../../../src/session/view.ts';
import { words } from '../../../src/words/in-use.ts';
import { isProof } from '../../seed.ts';
import { type BootsOnAir, startBoots } from '../bluez/boots-on-air.ts';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { PageDriver } from '../driving/page-driver.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';

let boots: BootsOnAir;
let server: AppServer;
let launched: Launched;
let person: PageDriver;

const soon = { timeout: 120_000, interval: 250 };
/** Limit 15 of the boots (PROTOCOL.md 8): below 20 mmHg within 7 s of a stop. */
const emptying = { timeout: 7000, interval: 100 };
/** How long a wave may take to move up the leg, ms. */
const wave = { timeout: 150_000, interval: 500 };

const titleOf = (notice: Notice): string => words.notice(notice, null).title;
const notConfirmed = titleOf({ kind: 'stopNotConfirmed', sides: [] });

/** Checks that the page shows the true highest pressure: once above 30 mmHg, and once below. */
const expectShownAsIs = async (): Promise<void> => {
  for (const squeezed of [true, false]) {
    await expect
      .poll(async () => {
        const shown = await person.highestShown();
        const measured = boots.highestPressure();
        return squeezed === measured > 30 && squeezed === shown > 30 && Math.abs(shown - measured) < 6;
      }, wave)
      .toBe(true);
    expect(await person.showsText(words.session.stale)).toBe(false);
  }
};

/**
 * Checks that the boots have stopped and are empty, that the page says so, and that it shows no notice of an
 * unconfirmed Stop.
 */
const expectStopped = async (): Promise<void> => {
  await expect.poll(() => boots.status().therapy, soon).toBe('stopped');
  await expect.poll(() => person.showsText(words.endings.stoppedByController.title), soon).toBe(true);
  await expect.poll(() => boots.highestPressure(), emptying).toBeLessThan(20);
  // A notice of an unconfirmed Stop would appear within this time.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(await person.showsText(notConfirmed)).toBe(false);
  expect(await person.showsText(words.endings.stoppedByController.title)).toBe(true);
};

beforeAll(async () => {
  [boots, server] = await Promise.all([startBoots(), builtApp().then(serveFolder)]);
  launched = await launchWithPlaywright({ url: server.url, busAddress: boots.air.busAddress });
  person = new PageDriver(launched.page);
});

afterAll(async () => {
  await launched.end();
  await Promise.all([boots.end(), server.end()]);
});

test('a session survives a lost link, and can be stopped after the reconnect', async () => {
  await person.pair();
  await person.chooseProgram('Post-marathon');
  await person.start();
  await expect.poll(() => boots.highestPressure(), wave).toBeGreaterThan(30);
  const started = boots.status();
  boots.radio.drop();
  await expect.poll(() => boots.radio.connected, soon).toBe(true);
  await expect.poll(() => person.highestShown(), wave).toBeGreaterThan(30);
  await expect.poll(() => person.showsText(words.session.stale), soon).toBe(false);
  await expectShownAsIs();
  expect(await person.showsText(titleOf({ kind: 'linkLost', playingOn: true }))).toBe(false);
  // The session's time goes on from where it was, so this is the same session.
  await expect.poll(() => boots.status().wall, soon).toBeGreaterThan(started.wall + 2);
  expect(boots.status().therapy).toBe('running');
  await person.stop();
  await expectStopped();
  expect(launched.troubles).toEqual([]);
});

test('the user disconnects, and pairs again without the safety questions', async () => {
  await person.backToChoice();
  await person.disconnect();
  await expect.poll(() => boots.radio.connected, soon).toBe(false);
  await person.pair();
  expect(boots.radio.connected).toBe(true);
  expect(launched.troubles).toEqual([]);
});

if (isProof) {
  test('the user disconnects, pairs again while the old link is still up, and runs a session', async () => {
    await person.disconnect();
    await person.pair();
    await person.start();
    await expect.poll(() => boots.status().therapy, soon).toBe('running');
    await expect.poll(() => person.highestShown(), wave).toBeGreaterThan(15);
    for (const notice of [
      { kind: 'linkLost', playingOn: true },
      { kind: 'heldByAnother', sides: [] },
    ] as const) {
      expect(await person.showsText(titleOf(notice)), notice.kind).toBe(false);
    }
    await person.stop();
    await expectStopped();
    await person.backToChoice();
    await person.disconnect();
    expect(launched.troubles).toEqual([]);
  });
}
