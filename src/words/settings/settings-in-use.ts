/** The words of the settings, in the language in use. They load with the settings. */

import { settingsEnglish } from '../en/settings/settings.ts';
import type { Language } from '../first/first-words.ts';
import { words } from '../in-use.ts';
import type { SettingsWords } from './settings-words.ts';

const inLanguage: Readonly<Record<Language, SettingsWords>> = { en: settingsEnglish };

export const settingsWords = (): SettingsWords => inLanguage[words.language];
