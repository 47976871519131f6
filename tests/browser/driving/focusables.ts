/** Everything on a page that the Tab key reaches, shadow roots included, as a person would find it. */

import type { Page } from 'playwright';

export interface Focusable {
  /** What it is, for words when something fails. */
  readonly name: string;
  /** Puts the focus there by tabbing from the top of the page. */
  focus(): Promise<void>;
}

/** Name of the element that has the focus, within all shadow roots; empty when none has. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    const path: string[] = [];
    while (element && element !== document.body) {
      path.push(`${element.localName}${element.id ? `#${element.id}` : ''}`);
      element = element.shadowRoot?.activeElement ?? null;
    }
    return path.join(' > ');
  });

/** Nothing has the focus, so that Tab begins at the top. */
const fromTheTop = (page: Page): Promise<void> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (element instanceof HTMLElement || element instanceof SVGElement) element.blur();
    getSelection()?.removeAllRanges();
  });

const MOST = 60;

export const focusables = async (page: Page): Promise<readonly Focusable[]> => {
  await fromTheTop(page);
  const names: string[] = [];
  for (let presses = 0; presses < MOST; presses++) {
    await page.keyboard.press('Tab');
    const name = await focused(page);
    // Past the last one the focus leaves the page, or begins anew.
    if (name === '' || names.includes(name)) break;
    names.push(name);
  }
  return names.map((name) => ({
    name,
    focus: async () => {
      for (let presses = 0; presses < MOST; presses++) {
        if ((await focused(page)) === name) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab never reaches ${name}.`);
    },
  }));
};
