/**
 * The languages of the page. To add one, add its name here and a folder beside `en`: the compiler names every sentence that it lacks.
 * Names and purposes of programs are looked up by their English text, so a test names those (tests/unit/words/fr/french.test.ts).
 */

/** BCP 47 tags. The first is the original of the translations, and the fallback for devices that want none of these. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** Languages that load only when a person uses them. */
export type OtherLanguage = Exclude<Language, 'en'>;

/** The name of each language in that language. */
export const ownNames: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français' };

/** Whether a native reader has checked the safety texts. Until then, the English original stands below each of them. */
export const isReviewed: Readonly<Record<Language, boolean>> = { en: true, fr: false };

/** Whether a BCP 47 tag such as "fr-CA" names the language. */
const names = (tag: string, language: Language): boolean =>
  tag.toLowerCase() === language || tag.toLowerCase().startsWith(`${language}-`);

/** @param wanted BCP 47 tags, the preferred one first, such as navigator.languages */
export function languageFor(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const language = languages.find((each) => names(tag, each));
    if (language !== undefined) return language;
  }
  return languages[0];
}

/**
 * The locale in which numbers are written: the device's own variant of the language, such as "fr-CH" for French.
 *
 * @returns undefined (the device's own locale) for English on a device with another language, since its owner is used to those digits
 */
export const localeFor = (language: Language, wanted: readonly string[]): string | undefined =>
  wanted.find((tag) => names(tag, language)) ?? (language === languages[0] ? undefined : language);
