/** What a stock BlueZ does to a page, as the harness has it by default: each of these cost a session before it was known. */

import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { type Air, startAir } from '../bluez/on-the-air.ts';
import type { Radio } from '../bluez/radio.ts';
import { ScriptedPeripheral } from '../bluez/scripted-peripheral.ts';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { type AppServer, servePage } from '../serving/app-server.ts';

/** What the page keeps between the tests: each builds on the one before it. */
interface Found {
  readonly status: BluetoothRemoteGATTCharacteristic;
  readonly control: BluetoothRemoteGATTCharacteristic;
  heard: number;
}
declare global {
  var gatt: BluetoothRemoteGATTServer;
  var finds: Found[];
  var find: () => Promise<void>;
  /** "ok", or the name of what was thrown. */
  var outcome: (of: Promise<unknown>) => Promise<string>;
}

const HTML = `<!doctype html><link rel="icon" href="data:,"><title>blank</title><button>pair</button>`;
const NAME = 'Boot on a stock BlueZ';
/** A stock BlueZ takes 2 s to disconnect. */
const ending = { timeout: 5000, interval: 50 };

const boot = new ScriptedPeripheral(NAME);
let air: Air;
let server: AppServer;
let launched: Launched;
let page: Page;
let radio: Radio;

beforeAll(async () => {
  [air, server] = await Promise.all([startAir(), servePage(HTML)]);
  radio = air.add(boot);
  launched = await launchWithPlaywright({ url: server.url, busAddress: air.busAddress });
  page = launched.page;
  launched.chooser.pick = NAME;
  await page.evaluate(({ bootsService, status, controlPoint }) => {
    globalThis.outcome = (of) =>
      of.then(
        () => 'ok',
        (reason: Error) => reason.name,
      );
    globalThis.finds = [];
    globalThis.find = async () => {
      const service = await gatt.getPrimaryService(bootsService);
      const found: Found = {
        status: await service.getCharacteristic(status),
        control: await service.getCharacteristic(controlPoint),
        heard: 0,
      };
      found.status.addEventListener('characteristicvaluechanged', () => {
        found.heard++;
      });
      await found.status.startNotifications();
      globalThis.finds.push(found);
    };
    const request = async (): Promise<void> => {
      const device = await navigator.bluetooth.requestDevice({ filters: [{ services: [bootsService] }] });
      if (device.gatt) globalThis.gatt = device.gatt;
    };
    document.querySelector('button')?.addEventListener('click', () => {
      Reflect.set(globalThis, 'picked', request());
    });
  }, uuids);
  await page.getByRole('button', { name: 'pair' }).click();
  await page.evaluate(() => Reflect.get(globalThis, 'picked'));
}, 30_000);

afterAll(async () => {
  await launched.end();
  await Promise.all([air.end(), server.end()]);
});

const outcomeOf = (what: 'connect' | 'find'): Promise<string> =>
  page.evaluate((which) => outcome(which === 'connect' ? gatt.connect() : find()), what);

test('the first connection resolves and is none, and the browser leaves it', async () => {
  expect(await outcomeOf('connect')).toBe('ok');
  expect(await outcomeOf('find')).toBe('NetworkError');
  await expect.poll(() => radio.connected, ending).toBe(false);
});

test('services are not found right after connecting, and a moment later they are', async () => {
  expect(await outcomeOf('connect')).toBe('ok');
  expect(await outcomeOf('find')).toBe('NotFoundError');
  await expect.poll(() => outcomeOf('find'), { timeout: 2000, interval: 100 }).toBe('ok');
});

test('after a drop notifications come at the objects of before, although the new ones asked for them', async () => {
  radio.drop();
  await expect.poll(() => page.evaluate(() => gatt.connected)).toBe(false);
  expect(await outcomeOf('connect')).toBe('ok');
  expect(await outcomeOf('find')).toBe('ok');
  const heard = (): Promise<number[]> => page.evaluate(() => finds.map(({ heard: times }) => times));
  expect(await heard()).toEqual([0, 0]);
  boot.notify(uuids.status, new Uint8Array([1]));
  await expect.poll(heard).toEqual([1, 0]);
});

test('of writes with response that overlap some are refused', async () => {
  const outcomes = await page.evaluate(() =>
    Promise.all(
      [1, 2, 3].map((byte) =>
        outcome(finds[1]?.control.writeValueWithResponse(new Uint8Array([byte])) ?? Promise.reject()),
      ),
    ),
  );
  expect(outcomes).toContain('ok');
  expect(outcomes).toContain('NetworkError');
});

test('a link that was left is given again to who connects at once, and then it drops', async () => {
  await page.evaluate(() => gatt.disconnect());
  expect(await outcomeOf('connect')).toBe('ok');
  expect(await page.evaluate(() => gatt.connected)).toBe(true);
  await expect.poll(() => page.evaluate(() => gatt.connected), ending).toBe(false);
  expect(radio.connected).toBe(false);
  expect(launched.troubles).toEqual([]);
});
