/**
 * A part of the words that loads with the screens that need it. English is in its code; another language loads when a person uses that language. A
 * part is English while its language has not loaded or cannot load, so that the screen works.
 */

import { firstWords } from './first/first-in-use.ts';
import { isReviewed, type Language, languages, type OtherLanguage } from './languages.ts';
import { type Numbers, numbersIn } from './numbers-and-units.ts';

type Make<W> = (n: Numbers) => W;

export interface Part<W> {
  /** The words in the current language and unit. Returns the same object as long as nothing changes. */
  (): W;
  /** The English words if no native reader has checked the current language (`isReviewed`), else null. They stand below safety texts. */
  englishOriginal(): W | null;
}

/** English numbers in the current unit. */
export const originalNumbers = (): Numbers =>
  numbersIn({ pressureUnit: firstWords.numbers.pressureUnit, language: languages[0], locale: languages[0] });

const partLoaders = new Set<(language: Language) => Promise<void>>();

export function part<W>(
  english: Make<W>,
  others: Readonly<Record<OtherLanguage, () => Promise<Make<W>>>>,
): Part<W> {
  const makers: Partial<Record<Language, Make<W>>> = { en: english };
  let made: { readonly from: typeof firstWords; readonly by: Make<W>; readonly words: W } | null = null;
  partLoaders.add(async (language) => {
    if (language !== languages[0]) makers[language] ??= await others[language]();
  });
  const inUse = (): W => {
    const by = makers[firstWords.language] ?? english;
    if (made?.from !== firstWords || made.by !== by)
      made = { from: firstWords, by, words: firstWords.written(by(firstWords.numbers)) };
    return made.words;
  };
  const englishOriginal = (): W | null =>
    isReviewed[firstWords.language] ? null : english(originalNumbers());
  return Object.assign(inUse, { englishOriginal });
}

/** Loads a language for the parts that have loaded so far. Rejects if a part does not load. */
export const loadPartsIn = (language: Language): Promise<unknown> =>
  Promise.all([...partLoaders].map((load) => load(language)));

/** Loads the current language for the parts that have loaded so far. Does not reject: a part that cannot load stays English. Call it before drawing. */
export const loadPartsInUse = (): Promise<unknown> => loadPartsIn(firstWords.language).catch(() => undefined);
