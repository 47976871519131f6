/** The words of the first screen in each language. */

import { firstEnglish } from '../en/first/first-english.ts';
import type { Language, OtherLanguage } from '../languages.ts';
import type { NumberOptions } from '../numbers-and-units.ts';
import type { FirstWords } from './first-words.ts';

type MakeFirst = (options: Omit<NumberOptions, 'language'>) => FirstWords;

const others: Readonly<Record<OtherLanguage, () => Promise<MakeFirst>>> = {
  fr: () => import('../fr/first/first-french.ts').then(({ firstFrench }) => firstFrench),
};

export const loadFirstWords = (language: Language): Promise<MakeFirst> =>
  language === 'en' ? Promise.resolve(firstEnglish) : others[language]();
