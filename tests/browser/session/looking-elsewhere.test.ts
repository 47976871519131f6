/** A session whose user looks elsewhere: the screen stays on, and the hidden page notifies them of the end. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '../../../src/words/in-use.ts';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { PageDriver } from '../driving/page-driver.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';

declare global {
  interface Window {
    locks: WakeLockSentinel[];
    notified: string[];
  }
}

let server: AppServer;
let launched: Launched;
let person: PageDriver;

beforeAll(async () => {
  server = await serveFolder(await builtApp());
  launched = await launchWithPlaywright({ url: `${server.url}?boots=pair&seed=3` });
  person = new PageDriver(launched.page);
});
afterAll(async () => {
  await launched.end();
  await server.end();
});

/** Notes the locks that the page gets and the notifications that it shows. A test browser may refuse both, so none is shown. */
const watch = (): Promise<void> =>
  launched.page.evaluate(() => {
    window.locks = [];
    window.notified = [];
    navigator.wakeLock.request = async () => {
      const lock = Object.assign(new EventTarget(), {
        released: false,
        type: 'screen' as const,
        onrelease: null,
      });
      const release = async (): Promise<void> => {
        lock.released = true;
      };
      const sentinel: WakeLockSentinel = Object.assign(lock, { release });
      window.locks.push(sentinel);
      return sentinel;
    };
    class Noted extends EventTarget {
      static readonly permission = 'granted';
      static readonly requestPermission = async () => 'granted';
      constructor(title: string) {
        super();
        window.notified.push(title);
      }
    }
    Object.defineProperty(window, 'Notification', { value: Noted });
  });
const held = (): Promise<number> =>
  launched.page.evaluate(() => window.locks.filter(({ released }) => !released).length);
const notified = (): Promise<readonly string[]> => launched.page.evaluate(() => window.notified);

test('the screen stays on until the session is over, and a hidden page notifies the user of that', async () => {
  const { page } = launched;
  await watch();
  await person.useSimulatedBoots();
  expect(await held()).toBe(0);
  await person.start();
  await expect.poll(held).toBe(1);
  await page.locator('heartward-desk #notify').click();
  await expect.poll(() => person.highestTarget(), { timeout: 150_000 }).toBeGreaterThan(0);
  expect(await notified()).toEqual([]);
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await person.button(words.button.press).click();
  await expect.poll(notified).toEqual([words.endings.stoppedAtBoots.title]);
  await expect.poll(held).toBe(0);
  expect(launched.troubles).toEqual([]);
});
