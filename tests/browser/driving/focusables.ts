/** Lists the elements that the Tab key reaches on a page, also inside shadow roots. */

import type { Page } from 'playwright';

export interface Focusable {
  /**
   * The tags from the outermost shadow host down to the element, each with an id, address or label. Unique in the
   * list.
   */
  readonly name: string;
  /** Presses Tab until the element has the focus. */
  focus(): Promise<void>;
}

/** Path of the focused element through shadow roots; empty if no element has the focus. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    const path: string[] = [];
    while (element && element !== document.body) {
      // An element without an id is named by its address, or else by its label.
      const own = element.id === '' ? (element.getAttribute('href') ?? '') : `#${element.id}`;
      const said = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? '';
      const label = own === '' ? said : '';
      path.push(`${element.localName}${own}${label === '' ? '' : `"${label}"`}`);
      element = element.shadowRoot?.activeElement ?? null;
    }
    return path.join(' > ');
  });

/** Removes the focus, so that Tab begins at the top of the page. */
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
    // After the last element, the focus leaves the page or returns to the first element.
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
