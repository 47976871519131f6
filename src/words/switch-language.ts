/** Switches to another language once all its words have loaded, those of the loaded parts (part.ts) included. */

import { completeEnglish } from './en/english.ts';
import type { FirstWords } from './first/first-words.ts';
import { loadFirstWords } from './first/load-first-words.ts';
import { useWords } from './in-use.ts';
import type { Language, OtherLanguage } from './languages.ts';
import type { NumberOptions } from './numbers-and-units.ts';
import { loadPartsIn } from './part.ts';
import type { Words } from './words.ts';

const others: Readonly<Record<OtherLanguage, () => Promise<(first: FirstWords) => Words>>> = {
  fr: () => import('./fr/french.ts').then(({ completeFrench }) => completeFrench),
};

/** Rejects if the words do not load, and leaves the language as it is. */
export async function switchLanguage(
  language: Language,
  options: Omit<NumberOptions, 'language'>,
): Promise<void> {
  const [first, complete] = await Promise.all([
    loadFirstWords(language),
    language === 'en' ? completeEnglish : others[language](),
    loadPartsIn(language),
  ]);
  useWords(complete(first(options)));
}
