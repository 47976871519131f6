/** Reduced motion works the same in all style sheets whether the user chooses it on the page or in the device's settings. */

import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { followMotion, showMotion } from '../../../../src/ui/styles/motion.ts';

const QUERY = '(prefers-reduced-motion: reduce)';
const rule = (mediaText: string) => ({ media: { mediaText } });

afterEach(() => showMotion(false));

it('reduced motion applies exactly the rules for it, of style sheets that are there and of later ones', () => {
  const [here, wide, later] = [rule(QUERY), rule('(max-width: 820px)'), rule(QUERY)];
  followMotion({ cssRules: [here, wide, { selectorText: 'p' }] });
  showMotion(true);
  followMotion({ cssRules: [later] });
  expect([here, wide, later].map(({ media }) => media.mediaText)).toEqual([
    'all',
    '(max-width: 820px)',
    'all',
  ]);
  showMotion(false);
  expect([here, later].map(({ media }) => media.mediaText)).toEqual([QUERY, QUERY]);
});

const inUi = (ending: string): readonly string[] =>
  readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => `src/ui/${file}`);

it('every element whose styles have such rules follows reduced motion', () => {
  const sources = inUi('.ts').map((file) => readFileSync(file, 'utf8'));
  const still = inUi('.css').filter(
    (file) => readFileSync(file, 'utf8').includes(QUERY) && !file.endsWith('styles/page.css'),
  );
  expect(still.length).toBeGreaterThan(3);
  for (const file of still) {
    const name = file.split('/').at(-1) ?? '';
    const used = sources.flatMap((source) => {
      const as = new RegExp(`import (\\w+) from '[^']*/${name}\\?inline'`).exec(source)?.[1];
      return as === undefined ? [] : [source.includes(`moving(${as})`)];
    });
    expect([file, used.length > 0, used.every(Boolean)]).toEqual([file, true, true]);
  }
});
