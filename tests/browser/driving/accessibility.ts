/** Checks a page against WCAG 2.2 A and AA with axe: once by every rule, then in other windows and colours by the rules that depend on those. */

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Rules that depend on the colour scheme, and on the window size. */
export const ofColours = ['color-contrast'];
export const ofSize = [...ofColours, 'target-size', 'scrollable-region-focusable'];

type Found = Pick<Awaited<ReturnType<AxeBuilder['analyze']>>, 'violations'>;

declare global {
  interface Window {
    /** Left in the page by the first check; injecting it again takes as long as a check. */
    axe: { run(context: Document, options: object): Promise<Found> };
  }
}

const lookAgain = (page: Page, values: readonly string[]): Promise<Found> =>
  page.evaluate(
    async (rules) => {
      const { violations } = await window.axe.run(document, {
        runOnly: { type: 'rule', values: rules },
        resultTypes: ['violations'],
      });
      return { violations };
    },
    [...values],
  );

/** Every violation and where it is. @param only the rules to check, on a page that was checked by all of them before */
export const violationsOf = async (
  page: Page,
  only: readonly string[] | null = null,
): Promise<readonly string[]> => {
  const { violations } = only
    ? await lookAgain(page, only)
    : await new AxeBuilder({ page }).setLegacyMode(true).withTags(levels).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(' ')}: ${failureSummary}`),
  );
};
