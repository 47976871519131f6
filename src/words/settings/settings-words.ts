/** What a language says of the settings. */

import type { Language } from '../languages.ts';
import type { PressureUnit } from '../numbers.ts';

/** Which colours the page has. `system`: those of the device. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** `system`: the one that the device wants. */
export type LanguageChoice = 'system' | Language;

export interface SettingsWords {
  readonly title: string;
  readonly intro: string;
  readonly unit: string;
  readonly unitHow: string;
  readonly units: Readonly<Record<PressureUnit, string>>;
  readonly theme: string;
  readonly themes: Readonly<Record<Theme, string>>;
  readonly language: string;
  /** Empty where there is nothing to say. */
  readonly languageHow: string;
  /** The language that the device wants. */
  readonly asDevice: string;
  readonly languageMissing: string;
  /** What the page keeps here of the people who use it. */
  readonly data: string;
  readonly dataHow: string;
  readonly dataOpen: string;
  /** The device keeps nothing for this page, so a setting lasts until the page is closed. */
  readonly notKept: string;
}
