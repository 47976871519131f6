/** Counts what a task costs a person: the presses, and the words to read before the first press. */

import type { Locator } from 'playwright';

/** Words that a person reads in a second, at 240 words a minute. */
export const WORDS_PER_SECOND = 4;

/** Counts the words in `main` that are visible in the window, from its top down to the lower edge of an element. */
export const wordsDownTo = (what: Locator): Promise<number> =>
  // Functions in here must have no names: esbuild makes a named function call a helper that the page does not have.
  what.first().evaluate((pressed) => {
    const end = Math.min(innerHeight, pressed.getBoundingClientRect().bottom);
    const range = document.createRange();
    const waiting: Node[] = [
      document.querySelector('heartward-app')?.shadowRoot?.querySelector('main') ?? document.body,
    ];
    let count = 0;
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (node instanceof Text) {
        range.selectNodeContents(node);
        const { top, bottom, width, height } = range.getBoundingClientRect();
        const isSeen = width > 2 && height > 2 && top >= 0 && bottom <= end + 1;
        const parent = node.parentElement;
        if (isSeen && (parent === null || parent.checkVisibility({ visibilityProperty: true })))
          count += node.data.split(/\s+/).filter((word) => word !== '').length;
        continue;
      }
      if (node instanceof HTMLStyleElement) continue;
      waiting.push(...node.childNodes);
      if (node instanceof Element && node.shadowRoot) waiting.push(node.shadowRoot);
    }
    return count;
  });

/** Counts the presses of one task, and the words before its first press. */
export class Effort {
  presses = 0;
  /** Words to read before the first press; null before the first press. */
  firstWords: number | null = null;

  async press(what: Locator): Promise<void> {
    await what.first().waitFor();
    this.firstWords ??= await wordsDownTo(what);
    await what.first().click();
    this.presses += 1;
  }
}
