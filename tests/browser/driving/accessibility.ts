/** Checks a page with axe against WCAG 2.2 A and AA: by all their rules, or by some of them. */

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/**
 * Rules whose outcome depends on the window. `colourRules`: on its colour scheme. `sizeRules`: on its colour
 * scheme or its size.
 */
export const colourRules = ['color-contrast'];
export const sizeRules = [...colourRules, 'target-size', 'scrollable-region-focusable'];

type Found = Pick<Awaited<ReturnType<AxeBuilder['analyze']>>, 'violations'>;

declare global {
  interface Window {
    /** axe, once a first check has put it into the page. Putting it there again would take as long as a check. */
    axe?: { run(context: Document, options: object): Promise<Found> };
  }
}

/** The rules to check. `only`: the rules named. `but`: all rules of WCAG 2.2 A and AA except the rules named. */
export type Rules = { readonly only: readonly string[] } | { readonly but: readonly string[] };

/** Checks a page if an earlier check has left axe in the page; otherwise returns null. */
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

/** Returns a message for each violation, with its place. Default: by all rules of WCAG 2.2 A and AA. */
export const violationsOf = async (page: Page, rules: Rules = { but: [] }): Promise<readonly string[]> => {
  const { violations } = (await lookAgain(page, rules)) ?? (await lookFirst(page, rules));
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(' ')}: ${failureSummary}`),
  );
};
