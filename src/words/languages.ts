/** The languages of the page. Another one is a name here and a folder beside `en`: the compiler names every sentence that it lacks. */

/** BCP 47. The first is what the others are translated from, and what somebody reads whose device wants none of them. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** Those that load only when they are in use. */
export type OtherLanguage = Exclude<Language, 'en'>;

/** How a language calls itself. */
export const ownNames: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français' };

/** Whether a native reader has gone over the safety texts. Until then the English stands under each of them. */
export const isReviewed: Readonly<Record<Language, boolean>> = { en: true, fr: false };

/** Whether a BCP 47 tag such as "fr-CA" names the language. */
const names = (tag: string, language: Language): boolean =>
  tag.toLowerCase() === language || tag.toLowerCase().startsWith(`${language}-`);

/** @param wanted BCP 47, the dearest first, such as navigator.languages */
export function languageFor(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const language = languages.find((each) => names(tag, each));
    if (language !== undefined) return language;
  }
  return languages[0];
}

/**
 * The locale of digits: as the device has it for this language, such as "fr-CH" for French.
 *
 * @returns undefined for English where the device has another language: its digits and separators are what its owner is used to
 */
export const localeFor = (language: Language, wanted: readonly string[]): string | undefined =>
  wanted.find((tag) => names(tag, language)) ?? (language === languages[0] ? undefined : language);
