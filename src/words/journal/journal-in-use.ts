/** The words of the journal in the current language and unit. They load with the journal: the first screens must not import this file. */

import { journalEnglish } from '../en/journal/english.ts';
import { part } from '../part.ts';

export const journalWords = part(journalEnglish, {
  fr: () => import('../fr/journal/french.ts').then(({ journalFrench }) => journalFrench),
});
