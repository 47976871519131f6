/**
 * A language made of the English: every text longer, with accents, and in brackets. What is on the screen without brackets was not said by
 * the words, so no language can say it; what does not fit would not fit in a language of longer words.
 */

import { mapTexts } from '../../../src/words/each-text.ts';
import { english } from '../../../src/words/en/english.ts';
import type { Words } from '../../../src/words/words.ts';

const accents: Readonly<Record<string, string>> = { a: 'á', e: 'ê', i: 'ï', o: 'ö', u: 'ü', n: 'ñ', c: 'ç' };

/** A third longer, in words of six letters, so that lines may break. */
const padding = (length: number): string => ' łöñğêr'.repeat(Math.ceil(length / 3 / 7));

/** What was made of other texts has its brackets already. */
const pseudo = (text: string): string =>
  text === '' || text.includes('[')
    ? text
    : `[${text.replace(/[aeioucn]/g, (letter) => accents[letter] ?? letter)}${padding(text.length)}]`;

const noTexts: ReadonlySet<string> = new Set(['numbers', 'written', 'urgency', 'answer']);

/** Problems are values, of which a list on the screen makes sentences; those of a plan are sentences already. */
const isProblems = (key: string, value: unknown): boolean =>
  key === 'problems' && Array.isArray(value) && value.some((each: object) => 'kind' in each);

/** What is no text though it is a string: units, kinds, ids of guides. */
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
