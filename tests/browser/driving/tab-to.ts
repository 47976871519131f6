import type { Page } from 'playwright';

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
