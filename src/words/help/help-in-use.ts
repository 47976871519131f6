/** The words of the help in the current language. They load with the help. */

import { helpEnglish } from '../en/help/english.ts';
import { part } from '../part.ts';

export const helpWords = part(helpEnglish, {
  fr: () => import('../fr/help/french.ts').then(({ helpFrench }) => helpFrench),
});
