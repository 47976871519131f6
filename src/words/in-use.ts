/** All words in use. Whatever the page draws only once the session has loaded reads them from here, and so does the command line. */

import { completeEnglish } from './en/english.ts';
import { firstWords, useFirst } from './first/first-in-use.ts';
import type { Words } from './words.ts';

export let words: Words = completeEnglish(firstWords);

/** Call it before anything is drawn, or draw again after it: what is on screen keeps its words. */
export function use(next: Words): void {
  words = next;
  useFirst(next);
}
