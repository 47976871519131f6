/** A French sentence for every problem, and for every setting that is not as requested. */

import type { Problem, SettingNotice } from '../../../session/view.ts';
import type { ProblemSentences, ProblemWords } from '../../notices/problem-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { document } from './document.ts';
import { figures, settings } from './figures.ts';
import { pattern } from './pattern.ts';
import { safety } from './safety.ts';
import { settingNotices } from './settings.ts';
import { boots, shape } from './shape.ts';

export interface Problems {
  problem(problem: Problem): ProblemWords;
  setting(notice: SettingNotice): ProblemWords;
}

/** TypeScript cannot see that the sentence and the problem are of the same kind, hence the cast. */
type OfAnyKind = (value: SettingNotice) => ProblemWords;

export function problems(n: Numbers): Problems {
  const sentences: ProblemSentences = {
    ...figures(n),
    ...settings(n),
    ...pattern(n),
    ...shape(n),
    ...boots(n),
    ...document(n),
    ...safety(n),
  };
  const problem = (value: Problem): ProblemWords => (sentences[value.kind] as OfAnyKind)(value);
  const all = { ...sentences, ...settingNotices(n, problem) };
  return { problem, setting: (notice) => (all[notice.kind] as OfAnyKind)(notice) };
}
