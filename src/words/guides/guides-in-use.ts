/** The words of guides, in the language in use. A language without them does not compile. Loads with the guides. */

import { guideEnglish } from '../en/guides/english.ts';
import { firstWords } from '../first/first-in-use.ts';
import type { Language } from '../first/first-words.ts';
import type { Numbers } from '../numbers.ts';
import type { GuideWords } from './guide-words.ts';

const inLanguage: Readonly<Record<Language, (n: Numbers) => GuideWords>> = { en: guideEnglish };

let made: { readonly from: typeof firstWords; readonly words: GuideWords } | null = null;

/** The same object until another language or unit is in use. */
export function guideWords(): GuideWords {
  if (made?.from !== firstWords) {
    made = { from: firstWords, words: inLanguage[firstWords.language](firstWords.numbers) };
  }
  return made.words;
}
