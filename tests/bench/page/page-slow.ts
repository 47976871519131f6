/**
 * The page on a processor that Chromium slows down to a quarter: the time until its first screen can be used,
 * and the number of long tasks during a session.
 */

import type { Page } from 'playwright';
import { launchWithPlaywright } from '../../browser/chromium/launch.ts';
import { serveFolder } from '../../browser/serving/app-server.ts';
import { builtApp } from '../../browser/serving/built-app.ts';
import { figure, type Measurement } from '../figure.ts';
import { median } from '../statistics.ts';
import { wait } from '../wait.ts';
import { withSession } from './session-on-air.ts';

const RATE = 4;
const TIMES = 3;
/** For how long long tasks are counted, ms. */
const MEASURED = 30_000;

const slowDown = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: RATE });
};

/** Time from the beginning of navigation until the button for simulated boots is there and enabled, ms. The browser's cache is empty. */
async function readyAfter(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' });
  const ready = await page.waitForFunction(() => {
    const home = document.querySelector('heartward-app')?.shadowRoot?.querySelector('heartward-home');
    return home?.shadowRoot?.querySelector('#simulated:enabled') ? performance.now() : null;
  });
  return Number(await ready.jsonValue());
}

async function ready(): Promise<number> {
  const server = await serveFolder(await builtApp());
  const launched = await launchWithPlaywright({ url: 'about:blank', whole: true });
  const times: number[] = [];
  try {
    for (let time = 0; time < TIMES; time++) {
      const context = await launched.browser.newContext();
      const page = await context.newPage();
      await slowDown(page);
      times.push(await readyAfter(page, server.url));
      await context.close();
    }
  } finally {
    await launched.end();
    await server.end();
  }
  return median(times);
}

/** Number of tasks longer than 50 ms (https://w3c.github.io/longtasks/). */
async function longTasks(page: Page): Promise<number> {
  await slowDown(page);
  await page.evaluate(() => {
    const counted = { tasks: 0 };
    new PerformanceObserver((list) => {
      counted.tasks += list.getEntries().length;
    }).observe({ type: 'longtask' });
    Object.assign(window, { counted });
  });
  await wait(MEASURED);
  return page.evaluate(() => (window as unknown as { counted: { tasks: number } }).counted.tasks);
}

export const pageSlow: Measurement = {
  rows: ['page.ready', 'page.long-tasks'],
  measure: async (progress) => {
    progress('opening the page on a slow processor');
    const after = await ready();
    const tasks = await withSession(progress, ({ page }) => longTasks(page));
    return [
      figure({ name: 'page.ready', unit: 'ms', better: 'lower' }, after),
      figure({ name: 'page.long-tasks', unit: 'tasks', better: 'lower' }, tasks),
    ];
  },
};
