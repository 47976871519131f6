/** The words of the guides in the current language. They load with the guides. */

import { guideEnglish } from '../en/guides/english.ts';
import { part } from '../part.ts';

export const guideWords = part(guideEnglish, {
  fr: () => import('../fr/guides/french.ts').then(({ guideFrench }) => guideFrench),
});
