/**
 * Shows the screens (of those with a notice a quarter, and with PROOF=1 all) on a narrow phone in the pseudo language
 * (pictures/pseudo.ts), to find texts that cannot be translated or are cut off.
 */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { oneIn } from '../../seed.ts';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { untranslatedTexts } from '../driving/untranslated.ts';
import { picturedNotices } from '../pictures/notices/pictured-notices.ts';
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
  // To save time: most notices differ in little more than text, and all come from the same part of the words.
  const notices = Object.keys(picturedNotices);
  const shown: readonly string[] = oneIn(4, notices);
  const all = await page.evaluate(() => window.pictures);
  const names = all.filter((name) => shown.includes(name) || !notices.includes(name));
  const found = await page.evaluate(untranslatedTexts, names);
  expect(found.looked).toBeGreaterThan(60);
  expect(found.texts).toBeGreaterThan(2000);
  expect(found.wrong).toEqual([]);
});

/** Shows each picture. Returns which parts of the page's top row cover each other, with the picture's name. */
const coveredParts = (names: readonly string[]): Promise<readonly string[]> =>
  launched.page.evaluate(async (all) => {
    const wrong: string[] = [];
    for (const name of all) {
      window.show(name);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const root = document.querySelector('heartward-app')?.shadowRoot;
      const parts = [...(root?.querySelectorAll('header > *, .boots, .battery, #disconnect, nav') ?? [])]
        .filter((part) => !part.matches('.right'))
        .map((part) => ({
          name: part.id || part.className || part.tagName,
          box: part.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width > 0);
      for (const [index, one] of parts.entries()) {
        for (const other of parts.slice(index + 1)) {
          const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
          const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
          if (across > 1 && down > 1) wrong.push(`${name}: ${one.name} and ${other.name}`);
        }
      }
    }
    return wrong;
  }, names);

/**
 * Pictures whose top rows differ: without boots, with simulated boots, and with boots that have a name; outside
 * and inside a session.
 */
const headers = ['home', 'home-connected', 'maker', 'screening', 'choose', 'crest', 'ended'];

test.each([1100, 1280])(
  'at a width of %i px nothing in the header covers anything, however long the words and the boots’ names are',
  async (width) => {
    const { page } = launched;
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => window.pictures)).toEqual(expect.arrayContaining(headers));
    expect(await coveredParts(headers)).toEqual([]);
  },
);
