/** What the settings' place shows. */

import { type Mmhg, mmhg, type Seconds, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { OwnLimits } from '../../../session/view.ts';
import type { PressureUnit } from '../../../words/numbers.ts';
import type { Contrast, LanguageChoice, Motion, Theme } from '../../../words/settings/settings-words.ts';

/** The highest pressures to choose from. */
export const highestPressures: readonly Mmhg[] = [30, 40, 50, 60, 70, 80].map(mmhg);

/**
 * The time that boots may go on alone, if a person wants it short. A page that takes a session over speaks to the boots every 10 s, whatever
 * they were prepared with: a shorter time could end that session.
 */
export const SHORT_ALONE: Seconds = seconds(30);

export interface SettingsView {
  readonly pressureUnit: PressureUnit;
  readonly theme: Theme;
  readonly contrast: Contrast;
  readonly motion: Motion;
  readonly language: LanguageChoice;
  readonly own: OwnLimits;
  /** The last change could not be stored, or the language's words failed to load; null = neither. */
  readonly problem: 'notKept' | 'languageMissing' | null;
}

/** The intents of the settings. */
export interface SettingsIntents {
  setPressureUnit: [unit: PressureUnit];
  setTheme: [theme: Theme];
  setContrast: [contrast: Contrast];
  setMotion: [motion: Motion];
  setLanguage: [language: LanguageChoice];
  /** Keeps these limits, and tells the session. */
  keepOwnLimits: [own: OwnLimits];
}
