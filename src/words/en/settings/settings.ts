/** The settings, in English. */

import type { SettingsWords } from '../../settings/settings-words.ts';

export const settingsEnglish: SettingsWords = {
  title: 'Settings',
  intro: 'They are kept on this device and take effect at once.',
  unit: 'Unit of pressure',
  unitHow: 'Only what is shown changes: programs and boots use the same pressures in either unit.',
  units: { mmHg: 'mmHg, as for blood pressure', kPa: 'kPa' },
  theme: 'Colours',
  themes: { system: 'As on this device', light: 'Light', dark: 'Dark' },
  language: 'Language',
  languageHow: '',
  asDevice: 'That of this device',
  languageMissing: 'This language did not arrive. Check the connection, and try again.',
  data: 'What is kept here',
  dataHow:
    'Journal, plans and your own programs stay on this device. Save or read a backup of the journal, ask the browser to keep everything, or erase it all.',
  dataOpen: 'Back up or erase',
  notKept: 'This browser keeps nothing for the page now, so this lasts only until the page is closed.',
};
