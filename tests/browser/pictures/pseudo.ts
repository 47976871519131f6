/**
 * The pseudo language: English texts made longer, with accents, and in brackets. A text on screen without
 * brackets does not come from `src/words`, so it cannot be translated. A text that is cut off would also be cut
 * off in a real language with longer words.
 */

import { mapTexts } from '../../../src/words/each-text.ts';
import { english } from '../../../src/words/en/english.ts';
import type { Words } from '../../../src/words/words.ts';

const accents: Readonly<Record<string, string>> = { a: 'á', e: 'ê', i: 'ï', o: 'ö', u: 'ü', n: 'ñ', c: 'ç' };

/** Returns filler of at least a third of `length`, in words of six letters, so that lines can break. */
const padding = (length: number): string => ' łöñğêr'.repeat(Math.ceil(length / 3 / 7));

/** Leaves a text with brackets as it is: it is composed of other texts. */
const pseudo = (text: string): string =>
  text === '' || text.includes('[')
    ? text
    : `[${text.replace(/[aeioucn]/g, (letter) => accents[letter] ?? letter)}${padding(text.length)}]`;

const noTexts: ReadonlySet<string> = new Set(['numbers', 'written', 'urgency', 'answer']);

/**
 * Whether `value` holds problems as data, which the screen turns into sentences. (A plan's problems are sentences
 * already.)
 */
const isProblems = (key: string, value: unknown): boolean =>
  key === 'problems' && Array.isArray(value) && value.some((each: object) => 'kind' in each);

/** Whether a string is not a text to translate, for example a unit, a kind or a guide's id. */
const isNoText = (key: string, value: unknown): boolean =>
  noTexts.has(key) ||
  isProblems(key, value) ||
  (key === 'language' && value === 'en') ||
  (key === 'guides' && Array.isArray(value));

const inBrackets = <W>(words: W): W => mapTexts(words, pseudo, isNoText);

export const pseudoWords = (): Words => ({
  ...inBrackets(english({ pressureUnit: 'mmHg', locale: 'en' })),
  written: inBrackets,
});
