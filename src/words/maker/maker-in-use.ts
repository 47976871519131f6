/** The words of the maker's page in the current language. They load with that page. */

import { makerEnglish } from '../en/maker/english.ts';
import { part } from '../part.ts';

export const makerWords = part(makerEnglish, {
  fr: () => import('../fr/maker/french.ts').then(({ makerFrench }) => makerFrench),
});
