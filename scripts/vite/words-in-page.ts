/** Puts the texts of src/words into index.html, where `{{promise}}` stands for the text of that name. */

import type { Plugin } from 'vite';
import { firstEnglish } from '../../src/words/en/first/first-english.ts';
import { pageFile } from '../../src/words/en/page-file.ts';

const { page, welcome } = firstEnglish({ pressureUnit: 'mmHg' });
const texts: Readonly<Record<string, string>> = { name: page.name, promise: welcome.promise, ...pageFile };

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Throws if there is no text of that name. */
export const withWords = (file: string): string =>
  file.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const text = texts[name];
    if (text === undefined) throw new Error(`src/words has no text ${name} for the page`);
    return escaped(text);
  });

export function wordsInPage(): Plugin {
  return { name: 'words-in-page', transformIndexHtml: { order: 'pre', handler: withWords } };
}
