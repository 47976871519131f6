/** What the editor shows. */

import type { ProgramProblem } from '../../../program/problem.ts';
import type { Program } from '../../../program/program.ts';
import type { DrawnCycle } from '../../../timeline/preview/preview.ts';
import type { EditorOutcome } from '../../../words/editor/editor-outcome.ts';

export interface EditorView {
  readonly draft: Program;
  /** Everything wrong with it. While there is anything, it can be neither saved nor given away. */
  readonly problems: readonly ProgramProblem[];
  /** Of the draft, or of the last one without problems; null where there was none. */
  readonly drawing: DrawnCycle | null;
  readonly drawingIsOld: boolean;
  readonly mayUndo: boolean;
  readonly mayRedo: boolean;
  /** The draft is one of the user's own programs, as it was saved last. */
  readonly isKept: boolean;
  /** It was one of them before it was changed. */
  readonly isOwn: boolean;
  readonly outcome: EditorOutcome | null;
}
