/** The journal in French. */

import type { JournalWords } from '../../journal/journal-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { after } from './after.ts';
import { against } from './against.ts';
import { gate } from './gate.ts';
import { pageWords } from './page.ts';
import { problem } from './problems.ts';

export const journalFrench = (n: Numbers): JournalWords => ({
  page: pageWords(n),
  gate: gate(n),
  against: against(n),
  after: after(n),
  problem: problem(n),
});
