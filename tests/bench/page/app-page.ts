/** Drives the built page in a browser with real clicks, from its first screen to a session. */

import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import type { RawBrowser } from '../../browser/chromium/launch-raw.ts';
import type { RawPage } from '../../browser/chromium/raw-page.ts';

/** An expression for the first matching element, including inside shadow roots; null if there is none. */
const anywhere = (selector: string): string => `(function find(root) {
  const found = root.querySelector(${JSON.stringify(selector)});
  if (found) return found;
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    const inside = shadowRoot && find(shadowRoot);
    if (inside) return inside;
  }
  return null;
})(document)`;

export const clickOn = async (page: RawPage, selector: string, atMost = 15_000): Promise<void> => {
  const element = anywhere(selector);
  await page.until(
    `(${element})?.checkVisibility() && !(${element}).disabled && (${element}).ariaDisabled !== 'true'`,
    atMost,
  );
  await page.click(element);
};

/** Pairs with the boots called `name` (the page first asks questions about health), and chooses Post-marathon. */
export const pairWith = async ({ page, chooser }: RawBrowser, name: string): Promise<void> => {
  chooser.pick = name;
  await page.until('navigator.bluetooth.getAvailability()');
  await clickOn(page, '#pair');
  await clickOn(page, '#answer');
  await page.until(anywhere('#start'), 20_000);
  // The page may have chosen another program beforehand.
  await clickOn(page, `input[value="${postMarathon.id}"]`);
  await page.until(`(${anywhere(`input[value="${postMarathon.id}"]`)})?.checked`);
};

/** Adds the second boot of a pair to the first, on the screen on which programs are chosen. */
export const addOther = async ({ page, chooser }: RawBrowser, name: string): Promise<void> => {
  chooser.pick = name;
  await clickOn(page, '#add-other');
  await page.until(`!(${anywhere('#add-other')})`, 30_000);
};
