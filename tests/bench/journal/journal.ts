/**
 * Times how long the journal takes to open from the store, and how long its trends take to be drawn. It holds five years, with one
 * session a day and the session's trace.
 */

import { launchWithPlaywright } from '../../browser/chromium/launch.ts';
import { serveFolder } from '../../browser/serving/app-server.ts';
import { builtTestPages } from '../../browser/serving/built-app.ts';
import { figure, type Measurement } from '../figure.ts';
import { median } from '../statistics.ts';

const ROUNDS = 9;

export const journal: Measurement = {
  rows: ['journal.open', 'journal.trend'],
  measure: async (progress, wanted) => {
    const server = await serveFolder(await builtTestPages());
    const launched = await launchWithPlaywright({
      url: `${server.url}tests/bench/journal/journal.html`,
      whole: true,
    });
    const { page } = launched;
    try {
      await page.waitForFunction(() => 'fill' in window);
      const timed = async (path: readonly string[]): Promise<number> => {
        const taken: number[] = [];
        for (let round = 0; round < ROUNDS; round++)
          taken.push(await page.evaluate((to) => window.time(to), path));
        return median(taken);
      };
      progress('filling the store with five years');
      const sessions = await page.evaluate(() => window.fill());
      progress(`opening ${sessions} sessions, ${ROUNDS} times`);
      return [
        ...(wanted.has('journal.open')
          ? [figure({ name: 'journal.open', unit: 'ms', better: 'lower' }, await timed([]))]
          : []),
        ...(wanted.has('journal.trend')
          ? [figure({ name: 'journal.trend', unit: 'ms', better: 'lower' }, await timed(['trends']))]
          : []),
      ];
    } finally {
      await launched.end();
      await server.end();
    }
  },
};
