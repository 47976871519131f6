/**
 * A part of the words loads with the screens that need it. English is in its code; another language loads when a person uses it. While that
 * language has not loaded or cannot load, the part is English, so that the screen works.
 */

import { firstWords } from './first/first-in-use.ts';
import { isReviewed, type Language, languages, type OtherLanguage } from './languages.ts';
import { type Numbers, numbersIn } from './numbers-and-units.ts';

type Make<W> = (n: Numbers) => W;

export interface Part<W> {
  /** The words in the current language and unit: the same object as long as neither changes. */
  (): W;
  /**
   * The English words, which stand below safety texts in a language that no native reader has checked (`isReviewed`); null if the language
   * is checked.
   */
  englishOriginal(): W | null;
}

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

/** Loads a language for the parts whose code has loaded. Rejects if one of them does not load. */
export const loadPartsIn = (language: Language): Promise<unknown> =>
  Promise.all([...partLoaders].map((load) => load(language)));

/**
 * Call before drawing: loads the current language for the parts whose code has loaded. Does not reject; a part that cannot load stays
 * English.
 */
export const loadPartsInUse = (): Promise<unknown> => loadPartsIn(firstWords.language).catch(() => undefined);
