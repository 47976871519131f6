/** Switches to another language, after its words have loaded, with those of every part loaded so far. Loads with the session. */

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

/** If the words do not load, rejects and changes nothing. */
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
