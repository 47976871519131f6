/** What the editor shows. */

import type { ProgramProblem } from '../../../program/problem.ts';
import type { Program } from '../../../program/program.ts';
import type { DrawnCycle } from '../../../timeline/preview/preview.ts';
import type { EditorOutcome } from '../../../words/editor/editor-outcome.ts';

export interface EditorView {
  readonly draft: Program;
  /** All problems of the draft. A draft with problems can be neither saved nor shared. */
  readonly problems: readonly ProgramProblem[];
  /** Drawing of the draft, or of the last draft that could be drawn; null if there was none. */
  readonly drawing: DrawnCycle | null;
  readonly drawingIsOld: boolean;
  readonly mayUndo: boolean;
  readonly mayRedo: boolean;
  /** Whether the draft equals the saved program. */
  readonly isKept: boolean;
  /** Whether the draft was made from one of the user's own programs. */
  readonly isOwn: boolean;
  readonly outcome: EditorOutcome | null;
}
