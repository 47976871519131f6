/** The current words of the first screen, for code that draws before the session has loaded. */

import { firstEnglish } from '../en/first/first-english.ts';
import type { FirstWords } from './first-words.ts';

export let firstWords: FirstWords = firstEnglish({ pressureUnit: 'mmHg' });

/** Call this function before the session loads: in-use.ts takes its language and numbers from these words. Later call `useWords`, which sets them too. */
export function setFirstWords(next: FirstWords): void {
  firstWords = next;
}
