/** What the settings' place shows. */

import type { PressureUnit } from '../../../words/numbers.ts';
import type { LanguageChoice, Theme } from '../../../words/settings/settings-words.ts';

export interface SettingsView {
  readonly pressureUnit: PressureUnit;
  readonly theme: Theme;
  readonly language: LanguageChoice;
  /** The last change could not be stored, or the language's words failed to load; null = neither. */
  readonly problem: 'notKept' | 'languageMissing' | null;
}

/** The intents of the settings. */
export interface SettingsIntents {
  setPressureUnit: [unit: PressureUnit];
  setTheme: [theme: Theme];
  setLanguage: [language: LanguageChoice];
}
