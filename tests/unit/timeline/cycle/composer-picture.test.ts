/** The functions and files that docs/composer.md and its picture name exist, and the picture is up to date. */

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  composerPicture,
  givingWay,
  reserves,
  steps,
} from '../../../../scripts/generate/composer-picture.ts';

const root = join(import.meta.dirname, '../../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const declares = (file: string, name: string): boolean =>
  new RegExp(`(function|const) ${name}\\b`).test(read(`src/timeline/cycle/${file}`));

describe('the picture of the composer', () => {
  it('is what its script draws', () => {
    expect(read('docs/composer.svg')).toBe(composerPicture());
  });

  it.each(steps)('names $name, which is in $file', ({ name, file }) => {
    expect(declares(file, name)).toBe(true);
  });

  it('names what gives way and the reserves as the code does', () => {
    expect(declares('pace.ts', 'fullestPace')).toBe(true);
    expect(declares('fit-cycle.ts', 'reserves')).toBe(true);
    const fit = read('src/timeline/cycle/fit-cycle.ts');
    const bounds = [...fit.matchAll(/within: (bounds\.\w+)/g)].map(([, name]) => name);
    expect(reserves.map((reserve) => /bounds\.\w+/.exec(reserve)?.[0])).toEqual([...bounds, undefined]);
    expect(givingWay.length).toBeGreaterThan(0);
  });

  it('is explained with links to files that exist and declare the name', () => {
    const text = read('docs/composer.md');
    const links = [...text.matchAll(/\[`?([^\]`]+)`?\]\(([^)]+)\)/g)];
    expect(links.length).toBeGreaterThan(10);
    for (const [, name = '', path = ''] of links) {
      const file = join(dirname(join(root, 'docs/composer.md')), path);
      expect(existsSync(file), path).toBe(true);
      if (!/[./ ]/.test(name) && path.endsWith('.ts')) {
        expect(readFileSync(file, 'utf8'), name).toMatch(new RegExp(`(function|const) ${name}\\b`));
      }
    }
  });
});
