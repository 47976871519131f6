/**
 * Shows every screen on a narrow phone in a pseudo language with longer words (pictures/pseudo.ts), to find texts that cannot be translated
 * or are cut off.
 */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { untranslatedTexts } from '../driving/untranslated.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtTestPages } from '../serving/built-app.ts';

let server: AppServer;
let launched: Launched;

beforeAll(async () => {
  server = await serveFolder(await builtTestPages());
  launched = await launchWithPlaywright({
    url: `${server.url}tests/browser/pictures/pictures.html?picture=home&words=pseudo`,
    viewport: { width: 360, height: 740 },
  });
  await launched.page.locator('heartward-home').waitFor();
});

afterAll(async () => {
  await launched.end();
  await server.end();
});

test('no screen has a text that does not come from the words, or that is cut off in a language with longer words', async () => {
  const { page } = launched;
  const found = await page.evaluate(untranslatedTexts, await page.evaluate(() => window.pictures));
  expect(found.looked).toBeGreaterThan(60);
  expect(found.texts).toBeGreaterThan(2000);
  expect(found.wrong).toEqual([]);
});
