/** A blank page that pairs with a peripheral, connects, and records what the peripheral sends. */

import type { Page } from 'playwright';
import { uuids } from '../../../firmware-protocol/profile.ts';
import type { Launched } from '../chromium/launch.ts';

interface Kept {
  device: BluetoothDevice;
  control: BluetoothRemoteGATTCharacteristic;
  timeline: BluetoothRemoteGATTCharacteristic;
  status: BluetoothRemoteGATTCharacteristic;
  heard: { from: string; bytes: number[] }[];
  disconnections: number;
}
declare global {
  var kept: Kept;
}

/**
 * How long the device chooser may take, ms. Without this limit, a hanging chooser would delay each test by the
 * test's own, longer limit.
 */
const LONGEST_CHOICE = 60_000;

/** A page with one button, which covers the whole page. */
export const HTML = `<!doctype html><link rel="icon" href="data:,"><title>blank</title>
<button id="pair" style="position:fixed;inset:0">pair</button>`;

/**
 * Pairs with the device called `name` by a click and the browser's chooser. The page keeps the device. @returns
 * the device's name, or the name of the error
 */
export const pair = async ({ page, chooser }: Launched, name: string): Promise<string> => {
  chooser.pick = name;
  await page.evaluate((service) => {
    document.querySelector('#pair')?.addEventListener(
      'click',
      () => {
        Reflect.set(
          globalThis,
          'picked',
          navigator.bluetooth.requestDevice({ filters: [{ services: [service] }] }).then(
            (device) => {
              globalThis.kept = { ...globalThis.kept, device, heard: [], disconnections: 0 };
              // The browser returns the same object for the same device each time, so a property is used: it
              // replaces the listener of an earlier pairing.
              device.ongattserverdisconnected = () => {
                globalThis.kept.disconnections += 1;
              };
              return device.name ?? '';
            },
            (error: DOMException) => error.name,
          ),
        );
      },
      { once: true },
    );
  }, uuids.bootsService);
  await page.getByRole('button', { name: 'pair' }).click();
  return page.evaluate(
    (longest) =>
      Promise.race([
        Reflect.get(globalThis, 'picked') as Promise<string>,
        new Promise<never>((_, reject) => {
          setTimeout(() => reject(new Error(`The chooser did not end within ${longest} ms.`)), longest);
        }),
      ]),
    LONGEST_CHOICE,
  );
};

export const connect = (page: Page): Promise<void> =>
  page.evaluate(
    async ({ bootsService, controlPoint, timeline, status }) => {
      const { kept } = globalThis;
      const server = await kept.device.gatt?.connect();
      const service = await server?.getPrimaryService(bootsService);
      if (!service) throw new Error('no GATT');
      kept.control = await service.getCharacteristic(controlPoint);
      kept.timeline = await service.getCharacteristic(timeline);
      kept.status = await service.getCharacteristic(status);
      for (const characteristic of [kept.control, kept.status]) {
        characteristic.addEventListener('characteristicvaluechanged', () => {
          const { buffer, byteOffset, byteLength } = characteristic.value as DataView<ArrayBuffer>;
          const bytes = [...new Uint8Array(buffer, byteOffset, byteLength)];
          kept.heard.push({ from: characteristic.uuid, bytes });
        });
        await characteristic.startNotifications();
      }
    },
    { ...uuids },
  );

/** Returns the values that the page has read or been notified of since it last paired, oldest first. */
export const heard = (page: Page): Promise<Kept['heard']> => page.evaluate(() => globalThis.kept.heard);
