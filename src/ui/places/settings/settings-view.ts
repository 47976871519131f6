/** What the settings show. */

import type { PressureUnit } from '../../../words/numbers.ts';
import type { LanguageChoice, Theme } from '../../../words/settings/settings-words.ts';

export interface SettingsView {
  readonly pressureUnit: PressureUnit;
  readonly theme: Theme;
  readonly language: LanguageChoice;
  /** What was set last is not kept on this device, or did not arrive. */
  readonly problem: 'notKept' | 'languageMissing' | null;
}

/** What a person can set. */
export interface SettingsIntents {
  setPressureUnit: [unit: PressureUnit];
  setTheme: [theme: Theme];
  setLanguage: [language: LanguageChoice];
}
