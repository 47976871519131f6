/** Puts a language in use: loads its words and those of each part, and only then changes over. Loads with the session. */

import { completeEnglish } from './en/english.ts';
import { firstIn } from './first/first-in-language.ts';
import type { FirstWords } from './first/first-words.ts';
import { use } from './in-use.ts';
import type { Language, OtherLanguage } from './languages.ts';
import type { NumberOptions } from './numbers.ts';
import { partsIn } from './part.ts';
import type { Words } from './words.ts';

const others: Readonly<Record<OtherLanguage, () => Promise<(first: FirstWords) => Words>>> = {
  fr: () => import('./fr/french.ts').then(({ completeFrench }) => completeFrench),
};

/** Rejects, with nothing changed, where the words do not arrive. */
export async function speak(language: Language, options: Omit<NumberOptions, 'language'>): Promise<void> {
  const [first, complete] = await Promise.all([
    firstIn(language),
    language === 'en' ? completeEnglish : others[language](),
    partsIn(language),
  ]);
  use(complete(first(options)));
}
