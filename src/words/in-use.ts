/** The current words, complete. Code that draws before the session has loaded uses first-in-use.ts. */

import { completeEnglish, english } from './en/english.ts';
import { firstWords, setFirstWords } from './first/first-in-use.ts';
import { isReviewed, languages } from './languages.ts';
import type { Words } from './words.ts';

export let words: Words = completeEnglish(firstWords);
let originalWords: Words | null = null;

/** Changes the current words. Texts on screen stay as they are, so draw them again. */
export function useWords(next: Words): void {
  words = next;
  originalWords = null;
  setFirstWords(next);
}

/** The English words if no native reader has checked the current language (`isReviewed`), else null. They stand below safety texts. */
export function englishOriginal(): Words | null {
  if (isReviewed[words.language]) return null;
  const { pressureUnit } = words.numbers;
  originalWords ??= english({ pressureUnit, locale: languages[0] });
  return originalWords;
}
