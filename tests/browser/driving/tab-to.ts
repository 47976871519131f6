import type { Locator, Page } from 'playwright';

export const focusedText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  });

/** Presses Tab until an element that contains this text has the focus. Throws after 40 presses. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    if ((await focusedText(page)).includes(name)) return;
  }
  throw new Error(`${name} is not reached by Tab`);
}

/** Presses Tab until one of the controls that `wanted` finds has the focus. Throws after 60 presses. */
export async function tabToControl(wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await wanted.page().keyboard.press('Tab');
    if (await wanted.evaluateAll((found) => found.some((control) => control.matches(':focus')))) return;
  }
  throw new Error(`${wanted} is not reached by Tab`);
}
