/** What disturbs the page while the timing is measured. */

import type { RawBrowser } from '../../browser/chromium/launch-raw.ts';
import type { RowName } from '../figure.ts';

export interface Disturbance {
  readonly row: RowName;
  /** How long the timing is measured, ms. */
  readonly length: number;
  begin(browser: RawBrowser): Promise<void>;
  end(browser: RawBrowser): Promise<void>;
}

/** Another tab covers the page, so that the page is hidden and its timers may fire late. */
export const hiddenTab: Disturbance = {
  row: 'pulse-timing.hidden-tab',
  length: 60_000,
  begin: (browser) => browser.cover(),
  end: (browser) => browser.uncover(),
};

const BLOCKED = 200;
const EACH = 1000;

/** The page is in front but busy for 200 ms of each second. */
export const jank: Disturbance = {
  row: 'pulse-timing.jank',
  length: 30_000,
  begin: async ({ page }) => {
    await page.evaluate(`window.jank = setInterval(() => {
      const end = performance.now() + ${BLOCKED};
      while (performance.now() < end);
    }, ${EACH})`);
  },
  end: async ({ page }) => {
    await page.evaluate('clearInterval(window.jank)');
  },
};
