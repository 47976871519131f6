/** What the editor shows. */

import type { ProgramProblem } from '../../../program/problem.ts';
import type { Program } from '../../../program/program.ts';
import type { DrawnCycle } from '../../../timeline/preview/preview.ts';
import type { EditorOutcome } from '../../../words/editor/editor-outcome.ts';

export interface EditorView {
  readonly draft: Program;
  /** All problems of the draft. A draft with problems can be neither saved nor shared. */
  readonly problems: readonly ProgramProblem[];
  /** Drawing of the draft, or of the last version of it that could be drawn; null if none could. */
  readonly drawing: DrawnCycle | null;
  /** Whether the drawing shows an earlier version of the draft, or none could be drawn. */
  readonly drawingIsOld: boolean;
  readonly mayUndo: boolean;
  readonly mayRedo: boolean;
  /** Whether the draft is saved among the user's own programs as it is now. */
  readonly isKept: boolean;
  /** Whether some version of the draft is saved among the user's own programs. */
  readonly isOwn: boolean;
  readonly outcome: EditorOutcome | null;
}
