/** Rule for styles: each custom property that they use is given a value somewhere. */

import { expect, test } from 'vitest';
import { filesUnder, textOf } from './repository.ts';

const texts = filesUnder('src', '.css', '.ts').map((path) => ({ path, text: textOf(path) }));

/** Names that `pattern` captures in a text. A name that ends with a hyphen is completed when the page runs, and does not count. */
const named = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => name).filter((name) => !name.endsWith('-'));

test('each custom property in a style has a value somewhere', () => {
  const given = new Set(texts.flatMap(({ text }) => named(text, /(--[\w-]+)['"]?\s*[:,]/g)));
  const used = texts.flatMap(({ path, text }) =>
    named(text, /var\((--[\w-]+)/g).map((name) => ({ path, name })),
  );
  expect(used.length).toBeGreaterThan(100);
  expect(used.filter(({ name }) => !given.has(name))).toEqual([]);
});
