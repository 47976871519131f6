/** The page's own file has no sentences of its own: src/words has them. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withWords } from '../../../scripts/vite/words-in-page.ts';
import { words } from '../../../src/words/in-use.ts';

const file = readFileSync('index.html', 'utf8').replace(/<!--.*?-->/gs, '');
const seen = (html: string): string[] =>
  html
    .replace(/<[^>]*>/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

test('the page’s own file has only names of texts', () => {
  expect(seen(file).filter((text) => !/^\{\{\w+\}\}$/.test(text))).toEqual([]);
  expect(/name="description" content="(.*)"/.exec(file)?.[1]).toBe('{{description}}');
});

test('before any script the page shows its name, its promise, and what is missing without scripts', () => {
  expect(seen(withWords(file))).toEqual([
    words.page.name,
    words.page.name,
    words.welcome.promise,
    expect.stringContaining('JavaScript'),
  ]);
});

test('a name without a text stops the build', () => {
  expect(() => withWords('<p>{{nothing}}</p>')).toThrow('nothing');
});
