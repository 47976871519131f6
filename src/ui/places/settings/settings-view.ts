/** What the settings show, and their intents: what the user can ask of the app there. */

import { type Mmhg, mmhg, type Seconds, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { OwnLimits } from '../../../session/view.ts';
import type { PressureUnit } from '../../../words/numbers-and-units.ts';
import type {
  Contrast,
  LanguageChoice,
  Motion,
  SingleKeys,
  Theme,
} from '../../../words/settings/settings-words.ts';

export const highestPressures: readonly Mmhg[] = [30, 40, 50, 60, 70, 80].map(mmhg);

/**
 * How long boots may go on without the page if the user chooses "short". Not much shorter, because another page needs time to take over the
 * session.
 */
export const SHORT_ALONE: Seconds = seconds(30);

export interface SettingsView {
  readonly pressureUnit: PressureUnit;
  readonly theme: Theme;
  readonly contrast: Contrast;
  readonly motion: Motion;
  readonly singleKeys: SingleKeys;
  readonly language: LanguageChoice;
  readonly own: OwnLimits;
  /**
   * What went wrong with the last change; null = nothing. `notKept`: the change could not be stored. `languageMissing`: the language failed
   * to load.
   */
  readonly problem: 'notKept' | 'languageMissing' | null;
}

export interface SettingsIntents {
  setPressureUnit: [unit: PressureUnit];
  setTheme: [theme: Theme];
  setContrast: [contrast: Contrast];
  setMotion: [motion: Motion];
  setSingleKeys: [singleKeys: SingleKeys];
  setLanguage: [language: LanguageChoice];
  keepOwnLimits: [own: OwnLimits];
}
