/** What a language says of the journal, the screening and the questions after a session. Apart from `Words`: it loads with those screens. */

import type { JournalProblem } from '../journal/document/problem.ts';
import type { ProblemWords, WordsFor } from './problem-words.ts';

export interface JournalWords {
  /** What is wrong with a journal file. */
  problem(problem: JournalProblem): ProblemWords;
}

export type JournalProblemSentences = WordsFor<JournalProblem, ProblemWords>;
