/** The words of the settings, which each language has. */

import type { Seconds } from '../../../firmware-protocol/quantities.ts';
import type { Texts } from '../first/first-words.ts';
import type { Language } from '../languages.ts';
import type { PressureUnit } from '../numbers-and-units.ts';

/** The colours of the page. `system`: as the device is set. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** `system`: as the device is set. */
export const contrasts = ['system', 'more'] as const;
export type Contrast = (typeof contrasts)[number];

/** `system`: as the device is set. */
export const motions = ['system', 'less'] as const;
export type Motion = (typeof motions)[number];

/** How long the boots may play on without this page. `boots`: as long as they allow. */
export const alones = ['boots', 'short'] as const;
export type Alone = (typeof alones)[number];

export const chimes = ['on', 'off'] as const;
export type Chime = (typeof chimes)[number];

/** `system`: the preferred language of the device. */
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
  /** The choice to set no limit of one's own, so that only that of the boots counts. */
  readonly asBoots: string;
  readonly alone: string;
  readonly aloneHow: string;
  /** @param seconds the shorter time */
  alones(seconds: Seconds): Readonly<Record<Alone, string>>;
  readonly screening: string;
  readonly screeningHow: string;
  readonly screeningAsk: string;
  /** Shown if the questions of the screening are due. */
  readonly screeningDue: string;
  readonly language: string;
  /** Explains the choice of the language; may be empty. */
  readonly languageHow: string;
  /** The choice to follow the language of the device. */
  readonly asDevice: string;
  readonly languageMissing: string;
  /** Heading about the data that the page stores on this device. */
  readonly data: string;
  readonly dataHow: string;
  readonly dataOpen: string;
  /** About the session records that the boots themselves keep. */
  readonly records: Texts<'title' | 'what' | 'connect' | 'none' | 'later' | 'first' | 'yes' | 'no'>;
  /** The device stores nothing for this page, so settings last only until it closes. */
  readonly notKept: string;
}
