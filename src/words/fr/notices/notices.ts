/** A French sentence for every notice. */

import type { BootsView, Notice } from '../../../session/view.ts';
import type { NoticeWords } from '../../notices/notice-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { NoticeSentences } from '../../words.ts';
import type { Problems } from '../problems/problems.ts';
import { misfit } from './boots-fit.ts';
import { opening } from './opening.ts';
import { session } from './session.ts';

export function notices(n: Numbers, problems: Problems) {
  const sentences: NoticeSentences = { ...opening(n), ...session(n, problems), misfit };
  /** The cast is needed because TypeScript cannot see that a sentence and a notice are of the same kind. */
  return (notice: Notice, boots: BootsView | null): NoticeWords =>
    (sentences[notice.kind] as (notice: Notice, boots: BootsView | null) => NoticeWords)(notice, boots);
}
