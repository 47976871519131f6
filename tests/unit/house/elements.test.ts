/** Every custom element of the page has a test of its own: some test under tests/browser/elements mounts it. */

import { expect, it } from 'vitest';
import { filesUnder, textOf } from './repository.ts';

const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].flatMap(([, tag]) => tag ?? []);

const declaredIn = (text: string): readonly string[] =>
  all(text, /interface HTMLElementTagNameMap \{([^}]*)\}/g).flatMap((map) => all(map, /'([\w-]+)':/g));
const registeredIn = (text: string): readonly string[] => all(text, /customElements\.define\('([\w-]+)'/g);
/** The tags of the elements that a test mounts itself, rather than inside another element. */
const mountedIn = (text: string): readonly string[] => all(text, /\bmount\(\s*'([\w-]+)'/g);

const sources = filesUnder('src/ui', '.ts').map(textOf);
const declared = sources.flatMap(declaredIn);

it('finds a tag that is declared, registered and mounted', () => {
  const map = "declare global {\n  interface HTMLElementTagNameMap {\n    'heartward-a': A;\n  }\n}";
  expect(declaredIn(map)).toEqual(['heartward-a']);
  expect(declaredIn("interface HTMLElementEventMap { 'heartward-b': B }")).toEqual([]);
  expect(registeredIn("customElements.define('heartward-a', A);")).toEqual(['heartward-a']);
  expect(mountedIn("shown.mount('heartward-a', {}); window.mount(\n 'heartward-b'")).toEqual([
    'heartward-a',
    'heartward-b',
  ]);
  expect(mountedIn("shown.change('heartward-a', {}); page.locator('heartward-b')")).toEqual([]);
});

it('every registered element is declared', () => {
  expect(sources.flatMap(registeredIn).filter((tag) => !declared.includes(tag))).toEqual([]);
});

it('some element test mounts every element', () => {
  const mounted = new Set(filesUnder('tests/browser/elements', '.test.ts').map(textOf).flatMap(mountedIn));
  expect(declared.length).toBeGreaterThan(50);
  expect(declared.filter((tag) => !mounted.has(tag))).toEqual([]);
});
