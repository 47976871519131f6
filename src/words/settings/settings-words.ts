/** What a language says of the settings. */

import type { Seconds } from '../../../firmware-protocol/quantities.ts';
import type { Language } from '../languages.ts';
import type { PressureUnit } from '../numbers.ts';

/** Which colours the page has. `system`: those of the device. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** `system`: more where the device wants more. */
export const contrasts = ['system', 'more'] as const;
export type Contrast = (typeof contrasts)[number];

/** `system`: less where the device wants less. */
export const motions = ['system', 'less'] as const;
export type Motion = (typeof motions)[number];

/** How long boots may go on without this page. */
export const alones = ['boots', 'short'] as const;
export type Alone = (typeof alones)[number];

export const chimes = ['on', 'off'] as const;
export type Chime = (typeof chimes)[number];

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
  readonly contrast: string;
  readonly contrasts: Readonly<Record<Contrast, string>>;
  readonly motion: string;
  readonly motionHow: string;
  readonly motions: Readonly<Record<Motion, string>>;
  readonly chime: string;
  readonly chimeHow: string;
  readonly chimes: Readonly<Record<Chime, string>>;
  readonly highest: string;
  readonly highestHow: string;
  /** No limit but that of the boots. */
  readonly asBoots: string;
  readonly alone: string;
  readonly aloneHow: string;
  /** @param seconds the shorter time */
  alones(seconds: Seconds): Readonly<Record<Alone, string>>;
  readonly screening: string;
  readonly screeningHow: string;
  readonly screeningAsk: string;
  /** The questions are due now. */
  readonly screeningDue: string;
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
