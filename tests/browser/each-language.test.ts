/** Every picture in a language made of the English (pictures/pseudo.ts): nothing is left untranslated, nothing is cut, on a narrow phone. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Launched, launchWithPlaywright } from './chromium/launch.ts';
import { untranslated } from './driving/untranslated.ts';
import { type AppServer, serveFolder } from './serving/app-server.ts';
import { builtTestPages } from './serving/built-app.ts';

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

test('no screen has a text that the words do not say, or that is cut where words are longer', async () => {
  const { page } = launched;
  const found = await page.evaluate(untranslated, await page.evaluate(() => window.pictures));
  expect(found.looked).toBeGreaterThan(60);
  expect(found.texts).toBeGreaterThan(2000);
  expect(found.wrong).toEqual([]);
});
