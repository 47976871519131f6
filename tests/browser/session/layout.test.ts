/** The layout of the session screen: its controls keep their places while the session's state changes. */

import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtTestPages } from '../serving/built-app.ts';

let server: AppServer;
let launched: Launched;
let page: Page;

beforeAll(async () => {
  server = await serveFolder(await builtTestPages());
  launched = await launchWithPlaywright({
    url: `${server.url}tests/browser/pictures/pictures.html?picture=crest`,
  });
  page = launched.page;
  await page.locator('#press').waitFor();
});

afterAll(async () => {
  await launched.end();
  await server.end();
});

/** Pictures of sessions on the same boots, in many states and with many kinds of notice. */
const states = [
  'preparing settling overrun crest pending unknown stale warning pausing paused paused-just-now',
  'clamped-running unsure found stopping stop-not-confirmed',
]
  .join(' ')
  .split(' ');

/** Shows each picture. Returns the places that each control has had on the page, by its selector. */
const placesOf = (names: readonly string[]): Promise<Readonly<Record<string, readonly string[]>>> =>
  page.evaluate(async (all) => {
    const find = (root: Document | ShadowRoot, selector: string): Element | null => {
      const found = root.querySelector(selector);
      if (found) return found;
      for (const { shadowRoot } of root.querySelectorAll('*')) {
        const inside = shadowRoot && find(shadowRoot, selector);
        if (inside) return inside;
      }
      return null;
    };
    const places: Record<string, string[]> = {};
    for (const name of all) {
      window.show(name);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      for (const selector of ['#intensity', '#minutes', '#more-time', 'heartward-trace', 'svg[role=img]']) {
        const { left, top, width, height } =
          find(document, selector)?.getBoundingClientRect() ?? new DOMRect();
        const place = [left, top + scrollY, width, height].map(Math.round).join(' ');
        places[selector] = [...new Set([...(places[selector] ?? []), place])];
      }
    }
    return places;
  }, names);

test.each([
  { width: 280, height: 653 },
  { width: 360, height: 740 },
  { width: 844, height: 390 },
  { width: 1280, height: 800 },
  { width: 2560, height: 1440 },
])('nothing moves under a finger from one state to the next: $width × $height', async (size) => {
  await page.setViewportSize(size);
  for (const places of Object.values(await placesOf(states))) expect(places).toHaveLength(1);
});
