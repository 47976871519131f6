/** What the settings show, and what the user can ask of them as intents (events.ts). */

import { type Mmhg, mmhg, type Seconds, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { OwnLimits } from '../../../session/view.ts';
import type { PressureUnit } from '../../../words/numbers-and-units.ts';
import type { Contrast, LanguageChoice, Motion, Theme } from '../../../words/settings/settings-words.ts';

/** The pressure limits that the user can choose from, mmHg. */
export const highestPressures: readonly Mmhg[] = [30, 40, 50, 60, 70, 80].map(mmhg);

/**
 * How long boots may go on without the page if the user chooses "short". A much shorter time would not do: another page that takes over the session
 * may send its first message only after 10 s.
 */
export const SHORT_ALONE: Seconds = seconds(30);

export interface SettingsView {
  readonly pressureUnit: PressureUnit;
  readonly theme: Theme;
  readonly contrast: Contrast;
  readonly motion: Motion;
  readonly language: LanguageChoice;
  /** The user's own limits, below those of the boots. */
  readonly own: OwnLimits;
  /** What went wrong with the last change; null = nothing. `notKept`: it could not be stored. `languageMissing`: the language failed to load. */
  readonly problem: 'notKept' | 'languageMissing' | null;
}

export interface SettingsIntents {
  setPressureUnit: [unit: PressureUnit];
  setTheme: [theme: Theme];
  setContrast: [contrast: Contrast];
  setMotion: [motion: Motion];
  setLanguage: [language: LanguageChoice];
  /** Stores these limits, and applies them to every session from now on. */
  keepOwnLimits: [own: OwnLimits];
}
