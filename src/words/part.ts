/**
 * A part of the words that loads with the screens that need it. Its English comes with it; in another language it loads while that
 * language is in use, and reads English until it is there, so that words which do not arrive take no screen with them.
 */

import { firstWords } from './first/first-in-use.ts';
import { isReviewed, type Language, languages, type OtherLanguage } from './languages.ts';
import { type Numbers, numbersIn } from './numbers.ts';

type Make<W> = (n: Numbers) => W;

export interface Part<W> {
  /** In the language and unit in use. The same object until another is. */
  (): W;
  /** In English, where the safety texts of the language in use are to have it beside them; null elsewhere. */
  original(): W | null;
}

/** The numbers of English, in the unit in use. */
export const originalNumbers = (): Numbers =>
  numbersIn({ pressureUnit: firstWords.numbers.pressureUnit, language: languages[0], locale: languages[0] });

const loads = new Set<(language: Language) => Promise<void>>();

export function part<W>(
  english: Make<W>,
  others: Readonly<Record<OtherLanguage, () => Promise<Make<W>>>>,
): Part<W> {
  const makers: Partial<Record<Language, Make<W>>> = { en: english };
  let made: { readonly from: typeof firstWords; readonly by: Make<W>; readonly words: W } | null = null;
  loads.add(async (language) => {
    if (language !== languages[0]) makers[language] ??= await others[language]();
  });
  const inUse = (): W => {
    const by = makers[firstWords.language] ?? english;
    if (made?.from !== firstWords || made.by !== by)
      made = { from: firstWords, by, words: firstWords.written(by(firstWords.numbers)) };
    return made.words;
  };
  const original = (): W | null => (isReviewed[firstWords.language] ? null : english(originalNumbers()));
  return Object.assign(inUse, { original });
}

/** Resolves once every part that has loaded so far is there in this language; rejects where one does not arrive. */
export const partsIn = (language: Language): Promise<unknown> =>
  Promise.all([...loads].map((load) => load(language)));

/** The same of the language in use. What draws parts waits for it, and does without what does not arrive. */
export const partsInUse = (): Promise<unknown> => partsIn(firstWords.language).catch(() => undefined);
