/** The complete words in the current language. Code that draws before the session has loaded uses first-in-use.ts. */

import { completeEnglish, english } from './en/english.ts';
import { firstWords, setFirstWords } from './first/first-in-use.ts';
import { isReviewed, languages } from './languages.ts';
import type { Words } from './words.ts';

export let words: Words = completeEnglish(firstWords);
let originalWords: Words | null = null;

/** Texts on screen do not change by themselves: the caller draws them again. */
export function useWords(next: Words): void {
  words = next;
  originalWords = null;
  setFirstWords(next);
}

/**
 * The English words, which stand below safety texts in a language that no native reader has checked (`isReviewed`); null if the language is
 * checked.
 */
export function englishOriginal(): Words | null {
  if (isReviewed[words.language]) return null;
  const { pressureUnit } = words.numbers;
  originalWords ??= english({ pressureUnit, locale: languages[0] });
  return originalWords;
}
