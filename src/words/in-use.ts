/** All words in use. Whatever the page draws only once the session has loaded reads them from here, and so does the command line. */

import { completeEnglish, english } from './en/english.ts';
import { firstWords, useFirst } from './first/first-in-use.ts';
import { isReviewed, languages } from './languages.ts';
import type { Words } from './words.ts';

export let words: Words = completeEnglish(firstWords);
let originalWords: Words | null = null;

/** Call it before anything is drawn, or draw again after it: what is on screen keeps its words. */
export function use(next: Words): void {
  words = next;
  originalWords = null;
  useFirst(next);
}

/** In English, where the safety texts of the language in use are to have it beside them; null elsewhere. */
export function original(): Words | null {
  if (isReviewed[words.language]) return null;
  const { pressureUnit } = words.numbers;
  originalWords ??= english({ pressureUnit, locale: languages[0] });
  return originalWords;
}
