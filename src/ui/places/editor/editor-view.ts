/** What the editor of a program shows. */

import type { ProgramProblem } from '../../../program/problem.ts';
import type { Program } from '../../../program/program.ts';
import type { DrawnCycle } from '../../../timeline/preview/preview.ts';
import type { EditorOutcome } from '../../../words/editor/editor-outcome.ts';

export interface EditorView {
  readonly draft: Program;
  /** A draft with problems cannot be saved. */
  readonly problems: readonly ProgramProblem[];
  /** Drawing of the draft, or of the last version of it that could be drawn; null if none could. */
  readonly drawing: DrawnCycle | null;
  /** Whether the drawing is not that of the present draft. */
  readonly drawingIsOld: boolean;
  readonly mayUndo: boolean;
  readonly mayRedo: boolean;
  /** Whether the user's own programs have the draft as it is. */
  readonly isKept: boolean;
  /** Whether the user's own programs have some version of the draft. */
  readonly isOwn: boolean;
  readonly outcome: EditorOutcome | null;
}
