/** Checks a page against WCAG 2.2 A and AA with axe: once by every rule, then in other windows and colours by the rules that depend on those. */

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The rules whose outcome depends on the colour scheme. `sizeRules`: those whose outcome depends on the window's size, contrast among them. */
export const colourRules = ['color-contrast'];
export const sizeRules = [...colourRules, 'target-size', 'scrollable-region-focusable'];

type Found = Pick<Awaited<ReturnType<AxeBuilder['analyze']>>, 'violations'>;

declare global {
  interface Window {
    /** The first check leaves axe in the page, because injecting it again takes as long as a check. */
    axe?: { run(context: Document, options: object): Promise<Found> };
  }
}

/** Checks a page that has axe already; null if it has not. */
const lookAgain = (page: Page, type: 'rule' | 'tag', values: readonly string[]): Promise<Found | null> =>
  page.evaluate(
    async (runOnly) => {
      if (!window.axe) return null;
      const { violations } = await window.axe.run(document, { runOnly, resultTypes: ['violations'] });
      return { violations };
    },
    { type, values: [...values] },
  );

/** Returns every violation and where it is. @param only the rules to check, on a page that was checked by all rules before */
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
