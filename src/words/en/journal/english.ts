/** The journal in English. */

import type { JournalWords } from '../../journal-words.ts';
import type { Numbers } from '../../numbers.ts';
import { problem } from './problems.ts';

export function journalEnglish(n: Numbers): JournalWords {
  return { problem: problem(n) };
}
