/** The words in use on this page. Everything that draws reads them from here. */

import { english } from './en/english.ts';
import type { Words } from './words.ts';

export let words: Words = english({ pressureUnit: 'mmHg' });

/** Call it before anything is drawn, or draw again after it: what is on screen keeps its words. */
export function use(next: Words): void {
  words = next;
}
