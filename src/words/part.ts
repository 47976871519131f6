/**
 * A part of the words that loads with the screens that need it. Its English comes with it; another language loads while that
 * language is in use. Until it has loaded, the part is English, so that a screen works even if its words do not load.
 */

import { firstWords } from './first/first-in-use.ts';
import { isReviewed, type Language, languages, type OtherLanguage } from './languages.ts';
import { type Numbers, numbersIn } from './numbers-and-units.ts';

type Make<W> = (n: Numbers) => W;

export interface Part<W> {
  /** The words in the current language and unit. The same object until the current words change or this part loads in their language. */
  (): W;
  /** The English words, to stand below safety texts that no native reader has checked (`isReviewed`); null if the current ones are checked. */
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

/** Loads this language for every part that has loaded so far. Rejects if one does not load. */
export const loadPartsIn = (language: Language): Promise<unknown> =>
  Promise.all([...partLoaders].map((load) => load(language)));

/** Loads the current language for these parts. Never rejects: a part that does not load stays English. Call it before drawing parts. */
export const loadPartsInUse = (): Promise<unknown> => loadPartsIn(firstWords.language).catch(() => undefined);
