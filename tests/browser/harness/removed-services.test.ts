/**
 * A BlueZ that removes the services of a lost link (`Cache = no`). If the link is lost while a write awaits its
 * answer, Chromium never answers this write, nor any later Bluetooth request of the document.
 */

import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { type Air, startAir } from '../bluez/on-the-air.ts';
import { noQuirks } from '../bluez/quirks.ts';
import type { Radio } from '../bluez/radio.ts';
import { ScriptedPeripheral } from '../bluez/scripted-peripheral.ts';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { type AppServer, servePage } from '../serving/app-server.ts';

declare global {
  var server: BluetoothRemoteGATTServer;
  var control: BluetoothRemoteGATTCharacteristic;
}

const HTML = `<!doctype html><link rel="icon" href="data:,"><title>blank</title><button>pair</button>`;
const NAME = 'Boot on a pared-down BlueZ';

let air: Air;
let pages: AppServer;
let launched: Launched;
let page: Page;
let radio: Radio;

beforeAll(async () => {
  [air, pages] = await Promise.all([startAir(), servePage(HTML)]);
  radio = air.add(new ScriptedPeripheral(NAME), { quirks: noQuirks });
  launched = await launchWithPlaywright({ url: pages.url, busAddress: air.busAddress });
  page = launched.page;
  launched.chooser.pick = NAME;
});

afterAll(async () => {
  await launched.end();
  await Promise.all([air.end(), pages.end()]);
});

async function connect(): Promise<void> {
  await page.evaluate(({ bootsService, controlPoint }) => {
    const found = async (): Promise<void> => {
      const device = await navigator.bluetooth.requestDevice({ filters: [{ services: [bootsService] }] });
      if (!device.gatt) return;
      globalThis.server = await device.gatt.connect();
      const service = await globalThis.server.getPrimaryService(bootsService);
      globalThis.control = await service.getCharacteristic(controlPoint);
    };
    document.querySelector('button')?.addEventListener('click', () => {
      Reflect.set(globalThis, 'found', found());
    });
  }, uuids);
  await page.getByRole('button', { name: 'pair' }).click();
  await page.evaluate(() => Reflect.get(globalThis, 'found'));
}

/** The outcome of a request: "ok", the name of its error, or "nothing" if there is none for 3 s. */
const outcomeOf = (what: 'write' | 'connect' | 'getAvailability'): Promise<string> =>
  page.evaluate((which) => {
    const requests = {
      write: () => control.writeValueWithResponse(new Uint8Array([1])),
      connect: () => globalThis.server.connect(),
      getAvailability: () => navigator.bluetooth.getAvailability(),
    };
    return Promise.race([
      requests[which]().then(
        () => 'ok',
        (reason: Error) => reason.name,
      ),
      new Promise<string>((resolve) => setTimeout(() => resolve('nothing'), 3000)),
    ]);
  }, what);

test('a link that is lost while nothing is pending can be made again', async () => {
  await connect();
  radio.drop();
  await expect.poll(() => page.evaluate(() => globalThis.server.connected)).toBe(false);
  expect(await outcomeOf('getAvailability')).toBe('ok');
  expect(await outcomeOf('connect')).toBe('ok');
});

test('a link that is lost during a write leaves the document without Bluetooth, until it is loaded again', async () => {
  await page.reload();
  await connect();
  expect(await outcomeOf('write')).toBe('ok');
  radio.dropAtWrite();
  const outcomes = [];
  for (const what of ['write', 'connect', 'getAvailability'] as const) outcomes.push(await outcomeOf(what));
  expect(await page.evaluate(() => globalThis.server.connected)).toBe(false);
  expect(outcomes).toEqual(['nothing', 'nothing', 'nothing']);
  await page.reload();
  expect(await outcomeOf('getAvailability')).toBe('ok');
  await connect();
  expect(await outcomeOf('write')).toBe('ok');
});
