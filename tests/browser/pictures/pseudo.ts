/**
 * The pseudo language: every English text, made longer, with accents, and in brackets. A text on screen without brackets does not come from
 * `src/words`, so no language can translate it. A text that is cut off would be cut off in a language of longer words too.
 */

import { mapTexts } from '../../../src/words/each-text.ts';
import { english } from '../../../src/words/en/english.ts';
import type { Words } from '../../../src/words/words.ts';

const accents: Readonly<Record<string, string>> = { a: 'á', e: 'ê', i: 'ï', o: 'ö', u: 'ü', n: 'ñ', c: 'ç' };

/** Returns filler of a third of this length, in words of six letters, so that lines can break. */
const padding = (length: number): string => ' łöñğêr'.repeat(Math.ceil(length / 3 / 7));

/** Leaves a text that was composed of other texts as it is, because it has brackets already. */
const pseudo = (text: string): string =>
  text === '' || text.includes('[')
    ? text
    : `[${text.replace(/[aeioucn]/g, (letter) => accents[letter] ?? letter)}${padding(text.length)}]`;

const noTexts: ReadonlySet<string> = new Set(['numbers', 'written', 'urgency', 'answer']);

/** Most problems are values that the screen turns into sentences; the problems of a plan are sentences already. */
const isProblems = (key: string, value: unknown): boolean =>
  key === 'problems' && Array.isArray(value) && value.some((each: object) => 'kind' in each);

/** Strings that are not texts: units, kinds, ids of guides. */
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
