/** The words of the journal in the current language. They load with the journal, so code of the first screens must not import this file. */

import { journalEnglish } from '../en/journal/english.ts';
import { part } from '../part.ts';

export const journalWords = part(journalEnglish, {
  fr: () => import('../fr/journal/french.ts').then(({ journalFrench }) => journalFrench),
});
