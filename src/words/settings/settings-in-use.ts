/** The words of the settings in the current language. They load with the settings. */

import { settingsEnglish } from '../en/settings/settings.ts';
import { part } from '../part.ts';

export const settingsWords = part(settingsEnglish, {
  fr: () => import('../fr/settings/settings.ts').then(({ settingsFrench }) => settingsFrench),
});
