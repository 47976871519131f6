/** What the settings show. */

import type { PressureUnit } from '../../../words/numbers.ts';
import type { Theme } from '../../../words/settings/settings-words.ts';

export interface SettingsView {
  readonly pressureUnit: PressureUnit;
  readonly theme: Theme;
  /** Whether this device keeps what was set last. */
  readonly kept: boolean;
}

/** What a person can set. */
export interface SettingsIntents {
  setPressureUnit: [unit: PressureUnit];
  setTheme: [theme: Theme];
}
