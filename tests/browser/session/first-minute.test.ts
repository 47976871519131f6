/**
 * What the page says if it cannot reach boots. Each reason has its own text, with a next step. The tests use
 * Chromium's own error messages.
 */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '../../../src/words/in-use.ts';
import { journalWords } from '../../../src/words/journal/journal-in-use.ts';
import { type Launched, launchWithPlaywright, withoutServiceWorkers } from '../chromium/launch.ts';
import { PageDriver } from '../driving/page-driver.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';

let server: AppServer;
let launched: Launched;
let person: PageDriver;

interface Refusal {
  readonly name: string;
  readonly message: string;
  readonly available: boolean;
}

declare global {
  interface Window {
    refusal: Refusal;
  }
}

/** Replaces Web Bluetooth by an object that throws `window.refusal`. */
const refusing = (): void => {
  Object.defineProperty(navigator, 'bluetooth', {
    value: {
      getAvailability: async () => window.refusal.available,
      getDevices: async () => [],
      requestDevice: async () => {
        throw new DOMException(window.refusal.message, window.refusal.name);
      },
    },
  });
};

beforeAll(async () => {
  server = await serveFolder(await builtApp());
  launched = await launchWithPlaywright({ url: 'about:blank', viewport: { width: 390, height: 844 } });
  await launched.page.addInitScript(refusing);
  person = new PageDriver(launched.page);
  await launched.page.goto(`${server.url}#boots`);
});
afterAll(async () => {
  await launched.end();
  await server.end();
});

/** Messages from Chromium's blink/renderer/modules/bluetooth/bluetooth_error.cc. */
const refusals = [
  ['no adapter', 'NotFoundError', 'Bluetooth adapter not available.', false, 'noAdapter'],
  ['no Bluetooth Low Energy', 'NotFoundError', 'Bluetooth Low Energy not available.', false, 'noAdapter'],
  ['Bluetooth off', 'NotFoundError', 'User cancelled the requestDevice() chooser.', false, 'off'],
  [
    'no permission',
    'NotFoundError',
    'User denied the browser permission to scan for Bluetooth devices.',
    true,
    'denied',
  ],
  ['a policy', 'NotFoundError', 'Web Bluetooth API globally disabled.', true, 'blocked'],
  [
    'a setting of the site',
    'SecurityError',
    'Access to the feature "bluetooth" is disallowed by permissions policy.',
    true,
    'blocked',
  ],
  ['nothing found', 'NotFoundError', 'User cancelled the requestDevice() chooser.', true, null],
] as const;

test.each(refusals)('%s has its own text, with what to do', async (_, name, message, available, why) => {
  const { page } = launched;
  await page.evaluate(
    (refusal) => {
      window.refusal = refusal;
    },
    { name, message, available },
  );
  await person.button(words.welcome.pair).click();
  const none = person.button(journalWords().gate.screening.none);
  const { title, advice } = words.notice(
    why === null ? { kind: 'chooserCancelled' } : { kind: 'noBluetooth', why },
    null,
  );
  const said = page.getByText(title).first();
  await none.or(said).first().waitFor();
  if (await none.isVisible()) {
    await none.click();
    await said.waitFor();
  }
  for (const line of advice) expect(await page.getByText(line).first().isVisible()).toBe(true);
  expect(await person.button(words.welcome.simulated).isEnabled()).toBe(true);
});

test('a browser without Web Bluetooth says so at once, with the setting for Linux to be copied', async () => {
  const context = await launched.browser.newContext({
    viewport: { width: 390, height: 844 },
  });
  await withoutServiceWorkers(context);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  await page.addInitScript(() => {
    delete (Navigator.prototype as { bluetooth?: unknown }).bluetooth;
  });
  await page.goto(`${server.url}#boots`);
  await page.getByText(words.welcome.noBluetooth).waitFor();
  expect(await page.locator('#pair').isDisabled()).toBe(true);
  await page.locator('#get-bluetooth').click();
  const line = page.locator('.copy', {
    hasText: 'chrome://flags/#enable-experimental-web-platform-features',
  });
  await line.getByRole('button').click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe('chrome://flags/#enable-experimental-web-platform-features');
  await context.close();
});
