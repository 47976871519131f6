/** The words of the journal in the current language and unit. The first screens must not import this file: these words load with the journal. */

import { journalEnglish } from '../en/journal/english.ts';
import { part } from '../part.ts';

export const journalWords = part(journalEnglish, {
  fr: () => import('../fr/journal/french.ts').then(({ journalFrench }) => journalFrench),
});
