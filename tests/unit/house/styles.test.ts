/**
 * Rules for styles: each custom property has a value, text follows the user's text size, and forced colours reach every colour of the page.
 */

import { expect, test } from 'vitest';
import { filesUnder, textOf } from './repository.ts';

/** In this picture, a px is a unit of the SVG, which scales with the picture. */
const scaled = 'src/ui/guides/picture/guide-picture.css';

test('no style sets the size of text in px alone', () => {
  const styles = filesUnder('src/ui', '.css').filter((path) => path !== scaled);
  expect(styles.length).toBeGreaterThan(50);
  const fixed = styles.filter((path) =>
    /font(-size)?:[^;]*\b\d[\d.]*px/.test(textOf(path).replaceAll(/\/\*.*?\*\//gs, '')),
  );
  expect(fixed).toEqual([]);
});

test('each colour of the page is a colour of the system if colours are forced, but for traces and shadows', () => {
  const page = textOf('src/ui/styles/page.css');
  const forced = /@media \(forced-colors: active\) \{(.*?)\n\}/s.exec(page)?.[1] ?? '';
  const colours = [...page.matchAll(/^ {2}--([\w-]+): light-dark\(/gm)].map(([, name = '']) => name);
  expect(colours.length).toBeGreaterThan(20);
  const unmapped = [...new Set(colours)].filter((name) => !forced.includes(`--${name}: `));
  expect(unmapped.filter((name) => !/^(trace-\d|shadow)$/.test(name))).toEqual([]);
});

test('on paper no theme stays dark', () => {
  const print = /@media print \{(.*?)\n\}/s.exec(textOf('src/ui/styles/page.css'))?.[1] ?? '';
  expect(print).toMatch(/:root:root \{\s*color-scheme: light;/s);
});

test('text on a filled ground keeps its colours if colours are forced', () => {
  const rules = filesUnder('src/ui', '.css').flatMap((path) =>
    [...textOf(path).matchAll(/\{[^{}]*\n\s*color: var\(--on-[^{}]*\}/g)].map(([rule]) => `${path} ${rule}`),
  );
  expect(rules.length).toBeGreaterThan(5);
  expect(rules.filter((rule) => !rule.includes('forced-color-adjust: none'))).toEqual([]);
});

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
