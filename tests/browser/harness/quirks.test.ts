/** Quirks of a stock BlueZ that a page must cope with. The simulated BlueZ has them by default. */

import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { type Air, startAir } from '../bluez/on-the-air.ts';
import type { Radio } from '../bluez/radio.ts';
import { ScriptedPeripheral } from '../bluez/scripted-peripheral.ts';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { type AppServer, servePage } from '../serving/app-server.ts';

/**
 * What the page found in one search for the services. Each test continues from the state that the previous one
 * left.
 */
interface Found {
  readonly status: BluetoothRemoteGATTCharacteristic;
  readonly control: BluetoothRemoteGATTCharacteristic;
  heard: number;
}
declare global {
  var gatt: BluetoothRemoteGATTServer;
  var finds: Found[];
  var find: () => Promise<void>;
  /** "ok", or the name of the error. */
  var outcome: (of: Promise<unknown>) => Promise<string>;
}

const HTML = `<!doctype html><link rel="icon" href="data:,"><title>blank</title><button>pair</button>`;
const NAME = 'Boot on a stock BlueZ';

const boot = new ScriptedPeripheral(NAME);
let air: Air;
let server: AppServer;
let launched: Launched;
let page: Page;
let radio: Radio;

beforeAll(async () => {
  [air, server] = await Promise.all([startAir(), servePage(HTML)]);
  // On a busy machine, the page may search later than any fixed delay, so the tests show the services themselves.
  radio = air.add(boot, { payload: 512, quirks: { servicesDelay: 'until shown' } });
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
});

afterAll(async () => {
  await launched.end();
  await Promise.all([air.end(), server.end()]);
});

const outcomeOf = (what: 'connect' | 'find'): Promise<string> =>
  page.evaluate((which) => outcome(which === 'connect' ? gatt.connect() : find()), what);

test('the first connection resolves without a link, and the browser drops it', async () => {
  expect(await outcomeOf('connect')).toBe('ok');
  expect(await outcomeOf('find')).toBe('NetworkError');
  await expect.poll(() => radio.connected).toBe(false);
});

test('services are missing right after connecting, and found a moment later', async () => {
  expect(await outcomeOf('connect')).toBe('ok');
  expect(await outcomeOf('find')).toBe('NotFoundError');
  radio.showServices();
  await expect.poll(() => outcomeOf('find')).toBe('ok');
});

test('after a drop, notifications arrive at the old objects, although the new ones subscribed', async () => {
  radio.drop();
  await expect.poll(() => page.evaluate(() => gatt.connected)).toBe(false);
  expect(await outcomeOf('connect')).toBe('ok');
  expect(await outcomeOf('find')).toBe('ok');
  const heard = (): Promise<number[]> => page.evaluate(() => finds.map(({ heard: times }) => times));
  expect(await heard()).toEqual([0, 0]);
  boot.notify(uuids.status, new Uint8Array([1]));
  await expect.poll(heard).toEqual([1, 0]);
});

test('some overlapping writes with response are refused', async () => {
  const threeAtOnce = () =>
    page.evaluate(() =>
      Promise.all(
        [1, 2, 3].map((byte) =>
          outcome(finds[1]?.control.writeValueWithResponse(new Uint8Array([byte])) ?? Promise.reject()),
        ),
      ),
    );
  // On a busy machine, BlueZ may answer each write before the page sends the next. Then no writes overlap, and the
  // test writes again.
  const outcomes: string[] = [];
  const more = async (): Promise<readonly string[]> => {
    outcomes.push(...(await threeAtOnce()));
    return outcomes;
  };
  await expect
    .poll(more, { timeout: 30_000, interval: 50 })
    .toEqual(expect.arrayContaining(['ok', 'NetworkError']));
});

test('a write without response of 511 bytes is reported as sent, and is lost; 510 bytes arrive', async () => {
  const write = (bytes: number) =>
    page.evaluate(
      (length) =>
        outcome(finds[1]?.control.writeValueWithoutResponse(new Uint8Array(length)) ?? Promise.reject()),
      bytes,
    );
  const before = boot.longest;
  expect(before).toBeLessThan(510);
  expect(await write(511)).toBe('ok');
  expect(await write(510)).toBe('ok');
  await expect.poll(() => boot.longest).toBe(510);
});

test('notifications are lost beside reads of the same characteristic back to back, and arrive again after them', async () => {
  const heard = (): Promise<number> => page.evaluate(() => finds[0]?.heard ?? 0);
  await page.evaluate(() => {
    Reflect.set(
      globalThis,
      'reading',
      (async () => {
        for (let reads = 0; reads < 200; reads++) await finds[1]?.status.readValue();
      })(),
    );
  });
  const lost = new Uint8Array([7, 7, 7]);
  const values = await page.evaluate(() => {
    const seen: string[] = [];
    Reflect.set(globalThis, 'seen', seen);
    finds[0]?.status.addEventListener('characteristicvaluechanged', ({ target }) => {
      const { value } = target as BluetoothRemoteGATTCharacteristic;
      if (value) seen.push(new Uint8Array(value.buffer).join());
    });
    return seen.length;
  });
  expect(values).toBe(0);
  for (let sent = 0; sent < 10; sent++) boot.notify(uuids.status, lost);
  await page.evaluate(() => Reflect.get(globalThis, 'reading'));
  expect(await page.evaluate(() => Reflect.get(globalThis, 'seen'))).not.toContain('7,7,7');
  await new Promise((resolve) => setTimeout(resolve, 200));
  const before = await heard();
  boot.notify(uuids.status, new Uint8Array([1]));
  await expect.poll(heard).toBeGreaterThan(before);
});
