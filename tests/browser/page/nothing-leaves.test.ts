/** The page sends requests only to its own origin, with its content security policy; with PROOF=1 also without. */

import type { Page } from 'playwright';
import { afterEach, describe, expect, test } from 'vitest';
import { oneIn } from '../../seed.ts';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { PageDriver } from '../driving/page-driver.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';

const soon = { timeout: 120_000, interval: 250 };

let server: AppServer | undefined;
let launched: Launched | undefined;

afterEach(async () => {
  await launched?.end();
  await server?.end();
});

interface Icon {
  readonly name: string;
  /** An icon that failed to load has no shapes or is an empty box. */
  readonly drawn: boolean;
}

const icons = (page: Page): Promise<readonly Icon[]> =>
  page.evaluate(() => {
    const found: Icon[] = [];
    const look = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.localName === 'wa-icon') {
          const drawing = element.shadowRoot?.querySelector('svg');
          const use = drawing?.querySelector('use');
          const shapes = [...(drawing?.querySelectorAll('path, use, circle, rect, line, polygon') ?? [])];
          const box = drawing instanceof SVGGraphicsElement ? drawing.getBBox() : { width: 0, height: 0 };
          found.push({
            name: element.getAttribute('name') ?? '',
            drawn:
              shapes.length > 0 && box.width > 0 && box.height > 0 && (use === undefined || use !== null),
          });
        }
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    look(document);
    return found;
  });

const allDrawn = async (page: Page, atLeast: number): Promise<void> => {
  await expect.poll(async () => (await icons(page)).filter(({ drawn }) => !drawn), soon).toEqual([]);
  expect((await icons(page)).length).toBeGreaterThanOrEqual(atLeast);
};

describe.each(
  oneIn(2, [
    { policy: 'on', words: 'with its content security policy' },
    { policy: 'off', words: 'without a content security policy' },
  ] as const),
)('$words', ({ policy }) => {
  test('no request leaves the origin, none is blocked, and every icon is drawn', async () => {
    server = await serveFolder(await builtApp(policy), '/some/where/');
    launched = await launchWithPlaywright({ url: server.url });
    const { page, troubles } = launched;
    const declared = await page.locator('meta[http-equiv="Content-Security-Policy"]').count();
    expect(declared).toBe(policy === 'on' ? 1 : 0);
    const favicon = await page.locator('link[rel~=icon]').getAttribute('href');
    const found = await page.request.get(new URL(favicon ?? '', page.url()).href);
    expect(found.status()).toBe(200);
    expect(found.headers()['content-type']).toContain('image/svg+xml');

    const person = new PageDriver(page);
    await person.useSimulatedBoots();
    await allDrawn(page, 2);
    await person.start();
    await expect
      .poll(async () => (await person.zonesShown()).filter(({ measured }) => measured !== null).length, soon)
      .toBe(10);
    await expect.poll(() => page.locator('canvas').count(), soon).toBeGreaterThan(0);
    await allDrawn(page, 3);
    await person.pause();
    await allDrawn(page, 3);
    await person.stop();
    await person.backToChoice();
    expect(troubles).toEqual([]);
  });
});
