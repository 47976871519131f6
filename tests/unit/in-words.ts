/** Problems with settings as the sentences that a person reads. */

import type { SettingNotice } from '../../src/session/view.ts';
import { words } from '../../src/words/in-use.ts';
import type { ProblemWords } from '../../src/words/notices/problem-words.ts';

export const inWords = (problems: readonly SettingNotice[]): readonly ProblemWords[] =>
  problems.map((problem) => words.setting(problem));
