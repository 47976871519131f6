/**
 * Lighthouse on the page as `npm start` serves it, compressed: performance on a phone and on a desktop, and its other categories. npm fetches
 * Lighthouse when this runs, because nothing else needs it.
 */

import { execFile, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromiumExecutable, sandboxFlags } from '../../browser/chromium/executable.ts';
import { figure, type Measurement } from '../figure.ts';
import { median } from '../statistics.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** Pinned, so that scores stay comparable. Version 13 needs Node 22. */
const LIGHTHOUSE = 'lighthouse@12.2.3';
/** How often the page is judged on a phone, and on a desktop; performance is the median. */
const TIMES = 5;

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof categories)[number];
/** Scores from 0 to 100. */
type Scores = Readonly<Record<Category, number>>;

interface Report {
  readonly categories: Readonly<Record<Category, { readonly score: number | null }>>;
}

/** Starts `npm start`. Resolves with the page's address. */
async function started(): Promise<{ readonly url: string; end(): void }> {
  const program = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: ROOT,
    env: { ...process.env, BROWSER: 'none' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const text of program.stdout) {
    said += text;
    const url = /https?:\S+/.exec(said)?.[0];
    if (url !== undefined) return { url, end: () => void program.kill() };
  }
  throw new Error(`npm start has ended. It said: ${said}`);
}

async function judge(url: string, preset: 'mobile' | 'desktop'): Promise<Scores> {
  const flags = ['--headless=new', ...sandboxFlags()].join(' ');
  const { stdout } = await promisify(execFile)(
    'npm',
    [
      'exec',
      '--yes',
      `--package=${LIGHTHOUSE}`,
      '--',
      'lighthouse',
      url,
      '--output=json',
      '--quiet',
      `--chrome-flags=${flags}`,
      `--only-categories=${categories.join(',')}`,
      ...(preset === 'desktop' ? ['--preset=desktop'] : []),
    ],
    { env: { ...process.env, CHROME_PATH: chromiumExecutable() }, maxBuffer: 1e8 },
  );
  const report = JSON.parse(stdout) as Report;
  const score = (category: Category): number => {
    const found = report.categories[category].score;
    if (found === null) throw new Error(`Lighthouse gives no score for ${category}.`);
    return Math.round(found * 100);
  };
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
    seo: score('seo'),
  };
}

export const lighthouse: Measurement = {
  rows: ['page.lighthouse-mobile', 'page.lighthouse-desktop', 'page.lighthouse-others'],
  measure: async (progress, wanted) => {
    progress('starting the page');
    const server = await started();
    const all: Scores[] = [];
    const performance = async (preset: 'mobile' | 'desktop'): Promise<number> => {
      const found: Scores[] = [];
      for (let time = 1; time <= TIMES; time++) {
        const scores = await judge(server.url, preset);
        progress(`${preset} ${time} of ${TIMES}: ${JSON.stringify(scores)}`);
        found.push(scores);
      }
      all.push(...found);
      return median(found.map((scores) => scores.performance));
    };
    const row = { unit: 'of 100', better: 'higher' } as const;
    try {
      const mobile = await performance('mobile');
      const desktop = wanted.has('page.lighthouse-desktop') ? await performance('desktop') : null;
      const others = all.flatMap((scores) => [scores.accessibility, scores['best-practices'], scores.seo]);
      return [
        figure({ name: 'page.lighthouse-mobile', ...row }, mobile),
        ...(desktop === null ? [] : [figure({ name: 'page.lighthouse-desktop', ...row }, desktop)]),
        figure({ name: 'page.lighthouse-others', ...row }, Math.min(...others)),
      ];
    } finally {
      server.end();
    }
  },
};
