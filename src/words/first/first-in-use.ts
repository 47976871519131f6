/** The current words of the first screen. Code that draws before the session has loaded uses these; all other code uses in-use.ts. */

import { firstEnglish } from '../en/first/first-english.ts';
import type { FirstWords } from './first-words.ts';

export let firstWords: FirstWords = firstEnglish({ pressureUnit: 'mmHg' });

/**
 * Call it only before the session loads: in-use.ts takes its language and numbers from here. Afterwards call `useWords`, which sets both.
 */
export function setFirstWords(next: FirstWords): void {
  firstWords = next;
}
