/**
 * The languages of the page. To add a language, add its name here and a folder beside `en`; the compiler then names the missing sentences.
 */

/** BCP 47 tags. The first is the original of the translations, and the fallback for devices with another language. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** Such a language loads when a person uses it; English is part of the code. */
export type OtherLanguage = Exclude<Language, 'en'>;

export const ownNames: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français' };

/** Whether a native reader has checked a language's safety texts. If not, the English text stands below a safety text. */
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
 * The locale in which numbers are written: the device's variant of the language, such as "fr-CH" for French.
 * @returns undefined = the device's own locale, for English on a device without English, because its owner is used to that locale's digits
 */
export const localeFor = (language: Language, wanted: readonly string[]): string | undefined =>
  wanted.find((tag) => names(tag, language)) ?? (language === languages[0] ? undefined : language);

function localeOf(tag: string | undefined): Intl.Locale | null {
  try {
    return tag === undefined ? null : new Intl.Locale(tag);
  } catch {
    return null;
  }
}

/**
 * The locale in which dates and times are written: the page's language in the region of the device's first language, such as "en-DE" for
 * English on a German device. The tag "en" alone tells no region.
 * @returns undefined = the same as `localeFor`
 */
export function dateLocaleFor(language: Language, [first]: readonly string[]): string | undefined {
  const locale = localeOf(first);
  if (locale === null || locale.language === language) return undefined;
  const region = locale.region ?? (locale.language === 'en' ? undefined : locale.maximize().region);
  return region === undefined ? undefined : `${language}-${region}`;
}
