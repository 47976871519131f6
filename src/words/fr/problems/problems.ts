/** Words for problems, and for settings that differ from what the person asked for. */

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

/** The cast is needed because TypeScript cannot see that a sentence and a problem are of the same kind. */
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
