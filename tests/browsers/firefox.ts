/**
 * Drives Debian's unmodified Firefox ESR over WebDriver BiDi. Playwright drives only a patched Firefox of its
 * own.
 */

import puppeteer from 'puppeteer-core';
import type { Driver } from './driver.ts';

const executablePath = '/usr/bin/firefox-esr';

export async function firefox(): Promise<Driver> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    defaultViewport: { width: 900, height: 900 },
  });
  const page = await browser.newPage();
  return {
    name: `Firefox ${(await browser.version()).replace(/^firefox\//i, '')}`,
    open: async (url) => {
      await page.goto(url);
    },
    run: (script) => page.evaluate(`(() => { ${script} })()`),
    press: (x, y) => page.mouse.click(x, y),
    end: () => browser.close(),
  };
}
