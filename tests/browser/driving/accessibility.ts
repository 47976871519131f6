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

/** The rules to check. `only`: these. `but`: those of WCAG 2.2 A and AA without these. */
export type Rules = { readonly only: readonly string[] } | { readonly but: readonly string[] };

/** Checks a page with axe, if an earlier check has left axe in the page; otherwise returns null. */
const lookAgain = (page: Page, rules: Rules): Promise<Found | null> =>
  page.evaluate(
    async ([runOnly, but]) => {
      if (!window.axe) return null;
      const off = Object.fromEntries(but.map((rule) => [rule, { enabled: false }]));
      const { violations } = await window.axe.run(document, {
        runOnly,
        rules: off,
        resultTypes: ['violations'],
      });
      return { violations };
    },
    'only' in rules
      ? ([{ type: 'rule', values: [...rules.only] }, []] as const)
      : ([{ type: 'tag', values: [...levels] }, [...rules.but]] as const),
  );

const lookFirst = (page: Page, rules: Rules): Promise<Found> => {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  return (
    'only' in rules ? axe.withRules([...rules.only]) : axe.withTags(levels).disableRules([...rules.but])
  ).analyze();
};

/** Returns each violation and where it is. Default: by the rules of WCAG 2.2 A and AA. */
export const violationsOf = async (page: Page, rules: Rules = { but: [] }): Promise<readonly string[]> => {
  const { violations } = (await lookAgain(page, rules)) ?? (await lookFirst(page, rules));
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(' ')}: ${failureSummary}`),
  );
};
