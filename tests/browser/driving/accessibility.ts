/** Checks a page against WCAG 2.2 A and AA with axe: by all of these rules, or by a few of them. */

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/**
 * `colourRules`: rules whose outcome depends on the colour scheme. `sizeRules`: rules whose outcome depends on
 * the size of the window.
 */
export const colourRules = ['color-contrast'];
export const sizeRules = [...colourRules, 'target-size', 'scrollable-region-focusable'];

type Found = Pick<Awaited<ReturnType<AxeBuilder['analyze']>>, 'violations'>;

declare global {
  interface Window {
    /** axe itself. The first check leaves it in the page, because injecting it again takes as long as a check. */
    axe?: { run(context: Document, options: object): Promise<Found> };
  }
}

/** Checks a page with the axe that an earlier check has left in it. Returns null if there is none. */
const lookAgain = (page: Page, type: 'rule' | 'tag', values: readonly string[]): Promise<Found | null> =>
  page.evaluate(
    async (runOnly) => {
      if (!window.axe) return null;
      const { violations } = await window.axe.run(document, { runOnly, resultTypes: ['violations'] });
      return { violations };
    },
    { type, values: [...values] },
  );

/** Returns each violation and where it is. @param only the rules to check; null = all of WCAG 2.2 A and AA */
export const violationsOf = async (
  page: Page,
  only: readonly string[] | null = null,
): Promise<readonly string[]> => {
  const again = only ? await lookAgain(page, 'rule', only) : await lookAgain(page, 'tag', levels);
  const { violations } =
    again ?? (await new AxeBuilder({ page }).setLegacyMode(true).withTags(levels).analyze());
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(' ')}: ${failureSummary}`),
  );
};
