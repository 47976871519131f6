/** The language of the page: kept in localStorage, which can be read before the page is first drawn. */

import { firstIn } from '../../words/first/first-in-language.ts';
import { firstWords, useFirst } from '../../words/first/first-in-use.ts';
import { type Language, languageFor, languages, localeFor } from '../../words/languages.ts';
import type { PressureUnit } from '../../words/numbers.ts';
import type { LanguageChoice } from '../../words/settings/settings-words.ts';
import type { LocalStorage } from '../device-storage/local-storage.ts';

export const LANGUAGE = 'heartward.language';

/** That of the device, unless the user has set another. */
export function keptLanguage(storage: Pick<LocalStorage, 'getItem'>): LanguageChoice {
  try {
    const kept = storage.getItem(LANGUAGE);
    return languages.find((language) => language === kept) ?? 'system';
  } catch {
    return 'system';
  }
}

/** @returns whether this device keeps it */
export function keepLanguage(storage: Pick<LocalStorage, 'setItem'>, choice: LanguageChoice): boolean {
  try {
    storage.setItem(LANGUAGE, choice);
    return true;
  } catch {
    return false;
  }
}

/** @param wanted what the device wants, BCP 47, the dearest first */
export const chosenLanguage = (choice: LanguageChoice, wanted: readonly string[]): Language =>
  choice === 'system' ? languageFor(wanted) : choice;

/** Puts the words of the first screen in use; where they do not arrive, English stays. */
export async function firstSpoken(
  language: Language,
  wanted: readonly string[],
  { documentElement }: Document,
): Promise<void> {
  if (language === firstWords.language) return;
  try {
    const make = await firstIn(language);
    useFirst(make({ pressureUnit: firstWords.numbers.pressureUnit, locale: localeFor(language, wanted) }));
  } catch {
    // The page is there in English, and says of its parts what did not arrive.
  }
  documentElement.lang = firstWords.language;
}

/** Puts all words in use. Rejects, with nothing changed, where they do not arrive. */
export async function speakHere(
  language: Language,
  pressureUnit: PressureUnit,
  wanted: readonly string[],
  { documentElement }: Document,
): Promise<void> {
  const { speak } = await import('../../words/in-language.ts');
  await speak(language, { pressureUnit, locale: localeFor(language, wanted) });
  documentElement.lang = language;
}
