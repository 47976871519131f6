/** Waits for a page that is being drawn, so that neither a check nor a picture sees it halfway. */

import type { Page } from 'playwright';

/** Waits until fonts are loaded, the page is drawn, and every finite animation has ended. */
export const settled = (page: Page): Promise<void> =>
  // No function in here may have a name: a script that esbuild compiles for Node would refer to a helper that the page does not have.
  page.evaluate(async () => {
    await document.fonts.ready;
    for (let frames = 0; frames < 2; frames++) await new Promise((resolve) => requestAnimationFrame(resolve));
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots)
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
    const passing = roots
      .flatMap((root) => root.getAnimations())
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
