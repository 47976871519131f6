/** The words of the journal, in the language and unit in use. A language without them does not compile. The first screens do not import this file. */

import { journalEnglish } from '../en/journal/english.ts';
import { part } from '../part.ts';

export const journalWords = part(journalEnglish, {
  fr: () => import('../fr/journal/french.ts').then(({ journalFrench }) => journalFrench),
});
