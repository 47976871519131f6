/** The current words. The command line uses them, and all code that draws only after the session has loaded. */

import { completeEnglish, english } from './en/english.ts';
import { firstWords, setFirstWords } from './first/first-in-use.ts';
import { isReviewed, languages } from './languages.ts';
import type { Words } from './words.ts';

export let words: Words = completeEnglish(firstWords);
let originalWords: Words | null = null;

/** Changes the current words. Call it before the page draws, or draw again: what is on screen keeps its old words. */
export function useWords(next: Words): void {
  words = next;
  originalWords = null;
  setFirstWords(next);
}

/** The English words, to stand below safety texts that no native reader has checked (`isReviewed`); null if the current ones are checked. */
export function englishOriginal(): Words | null {
  if (isReviewed[words.language]) return null;
  const { pressureUnit } = words.numbers;
  originalWords ??= english({ pressureUnit, locale: languages[0] });
  return originalWords;
}
