/** The words of the settings. */

import type { Seconds } from '../../../firmware-protocol/quantities.ts';
import type { Texts } from '../first/first-words.ts';
import type { Language } from '../languages.ts';
import type { PressureUnit } from '../numbers-and-units.ts';

/** `system`: as the device is set. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const contrasts = ['system', 'more'] as const;
export type Contrast = (typeof contrasts)[number];

export const motions = ['system', 'less'] as const;
export type Motion = (typeof motions)[number];

/** Whether Space, the arrows and `?` do something when they are pressed alone. */
export const singleKeys = ['on', 'off'] as const;
export type SingleKeys = (typeof singleKeys)[number];

/** How long the boots may play on without this page. `boots`: as long as the boots allow. */
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
  readonly singleKeys: string;
  readonly singleKeysHow: string;
  readonly chime: string;
  readonly chimeHow: string;
  readonly onOrOff: Readonly<Record<SingleKeys | Chime, string>>;
  readonly highest: string;
  readonly highestHow: string;
  /** The choice to set no limit of one's own. */
  readonly asBoots: string;
  readonly alone: string;
  readonly aloneHow: string;
  /** @param seconds the time of the choice `short` */
  alones(seconds: Seconds): Readonly<Record<Alone, string>>;
  readonly screening: string;
  readonly screeningHow: string;
  readonly screeningAsk: string;
  /** Shown while the questions of the screening must be answered again. */
  readonly screeningDue: string;
  readonly language: string;
  /** May be empty. */
  readonly languageHow: string;
  /** The choice to use the language of the device. */
  readonly asDevice: string;
  readonly languageMissing: string;
  readonly data: string;
  readonly dataHow: string;
  readonly dataOpen: string;
  /** About the records of sessions that the boots keep. */
  readonly records: Texts<'title' | 'what' | 'connect' | 'none' | 'later' | 'first' | 'yes' | 'no'>;
  /** Shown if the browser stores nothing for the page, so that settings last until the page closes. */
  readonly notKept: string;
}
