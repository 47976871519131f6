/** Checks the screen that a page shows with axe: on a phone and on a desktop, in light and dark colours. */

import type { Page } from 'playwright';
import { expect } from 'vitest';
import { colourRules, sizeRules, violationsOf } from './accessibility.ts';

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };
const windows = [
  { size: phone, colorScheme: 'light', rules: { but: [] } },
  { size: phone, colorScheme: 'dark', rules: { only: colourRules } },
  { size: desk, colorScheme: 'dark', rules: { only: sizeRules } },
  { size: desk, colorScheme: 'light', rules: { only: colourRules } },
] as const;

/** Expects no violation in any of the `windows`, and no content wider than the window. */
export const expectAccessible = async (page: Page): Promise<void> => {
  for (const { size, colorScheme, rules } of windows) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violationsOf(page, rules), `${size.width} px, ${colorScheme}`).toEqual([]);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
  }
};
