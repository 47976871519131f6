/** The first words in use. What the page draws before the session has loaded reads them from here; everything else reads in-use.ts. */

import { firstEnglish } from '../en/first/first-english.ts';
import type { FirstWords } from './first-words.ts';

export let firstWords: FirstWords = firstEnglish({ pressureUnit: 'mmHg' });

/** Call it before the session loads: in-use.ts takes its language and numbers from here. Afterwards call `use`, which sets both. */
export function useFirst(next: FirstWords): void {
  firstWords = next;
}
