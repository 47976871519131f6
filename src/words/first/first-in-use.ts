/** The words of the first screen in the current language, for code that draws before the session has loaded. */

import { firstEnglish } from '../en/first/first-english.ts';
import type { FirstWords } from './first-words.ts';

export let firstWords: FirstWords = firstEnglish({ pressureUnit: 'mmHg' });

/**
 * Call before the session loads, because in-use.ts takes language and numbers from these words. Afterwards call `useWords`, which sets
 * these words too.
 */
export function setFirstWords(next: FirstWords): void {
  firstWords = next;
}
