/** The language of the page. The user's choice is stored in localStorage, which the page can read before it first draws. */

import { firstWords, setFirstWords } from '../../words/first/first-in-use.ts';
import { loadFirstWords } from '../../words/first/load-first-words.ts';
import { dateLocaleFor, type Language, languageFor, languages, localeFor } from '../../words/languages.ts';
import type { PressureUnit } from '../../words/numbers-and-units.ts';
import type { LanguageChoice } from '../../words/settings/settings-words.ts';
import { LANGUAGE_KEY } from '../device-storage/local-keys.ts';
import type { LocalStorage } from '../device-storage/local-storage.ts';

/** `system`, which means the device's language, if no choice is stored or it cannot be read. */
export function keptLanguage(storage: Pick<LocalStorage, 'getItem'>): LanguageChoice {
  try {
    const kept = storage.getItem(LANGUAGE_KEY);
    return languages.find((language) => language === kept) ?? 'system';
  } catch {
    return 'system';
  }
}

export function keepLanguage(storage: Pick<LocalStorage, 'setItem'>, choice: LanguageChoice): boolean {
  try {
    storage.setItem(LANGUAGE_KEY, choice);
    return true;
  } catch {
    return false;
  }
}

/** @param wanted the device's languages as BCP 47 tags, the preferred one first */
export const chosenLanguage = (choice: LanguageChoice, wanted: readonly string[]): Language =>
  choice === 'system' ? languageFor(wanted) : choice;

const localesFor = (language: Language, wanted: readonly string[]) => ({
  locale: localeFor(language, wanted),
  dateLocale: dateLocaleFor(language, wanted),
});

/** Loads the words of the first screen, for the device's region, and puts them in use. If they fail to load, the words in use stay. */
export async function useFirstWords(
  language: Language,
  wanted: readonly string[],
  { documentElement }: Document,
): Promise<void> {
  try {
    const make = await loadFirstWords(language);
    setFirstWords(make({ pressureUnit: firstWords.numbers.pressureUnit, ...localesFor(language, wanted) }));
  } catch {
    // The first screen keeps its language. If the rest of the page fails to load too, the page says so itself.
  }
  documentElement.lang = firstWords.language;
}

/** Loads the words and puts them in use. If they fail to load, rejects and changes nothing. */
export async function useLanguage(
  language: Language,
  pressureUnit: PressureUnit,
  wanted: readonly string[],
  { documentElement }: Document,
): Promise<void> {
  const { switchLanguage } = await import('../../words/switch-language.ts');
  await switchLanguage(language, { pressureUnit, ...localesFor(language, wanted) });
  documentElement.lang = language;
}
