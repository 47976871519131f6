/**
 * Measures what a browser must load before the first button can be pressed. Scripts and stylesheets that the built page requests are held
 * back, and released only while the button cannot be pressed. Those still held at the end were not needed.
 */

import { gzipSync } from 'node:zlib';
import type { Page, Route } from 'playwright';
import { launchWithPlaywright } from '../../browser/chromium/launch.ts';
import { serveFolder } from '../../browser/serving/app-server.ts';
import { builtApp } from '../../browser/serving/built-app.ts';
import { figure, type Measurement } from '../figure.ts';

const COUNTED: ReadonlySet<string> = new Set(['script', 'stylesheet']);
const CONNECT = '#simulated';
/** How long one attempt to press the button may take, ms. */
const TIME_LIMIT = 500;
const LONGEST = 30_000;

const canConnect = (page: Page): Promise<boolean> =>
  page
    .locator(CONNECT)
    .click({ trial: true, timeout: TIME_LIMIT })
    .then(
      () => true,
      () => false,
    );

/** Gzipped size of each file that the page needed, bytes, by address. */
const needed = async (page: Page, url: string): Promise<ReadonlyMap<string, number>> => {
  const sizes = new Map<string, number>();
  const held: Route[] = [];
  const letThrough = async (route: Route): Promise<void> => {
    const response = await route.fetch();
    sizes.set(route.request().url(), gzipSync(await response.body(), { level: 9 }).length);
    await route.fulfill({ response });
  };
  await page.route('**/*', async (route) => {
    if (COUNTED.has(route.request().resourceType())) held.push(route);
    else await route.continue();
  });
  await page.goto(url, { waitUntil: 'commit' });
  const end = performance.now() + LONGEST;
  while (!(await canConnect(page))) {
    if (performance.now() > end) throw new Error('Connect could never be pressed.');
    await Promise.all(held.splice(0).map(letThrough));
  }
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  return sizes;
};

export const pageReady: Measurement = {
  rows: ['page.ready-gzip'],
  measure: async (progress) => {
    progress('building the page');
    const server = await serveFolder(await builtApp());
    const launched = await launchWithPlaywright({ url: 'about:blank', whole: true });
    try {
      progress('opening it');
      const sizes = await needed(launched.page, server.url);
      for (const [url, bytes] of sizes) progress(`${new URL(url).pathname} ${bytes} bytes`);
      const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
      return [figure({ name: 'page.ready-gzip', unit: 'kB', better: 'lower' }, bytes / 1000)];
    } finally {
      await launched.end();
      await server.end();
    }
  },
};
