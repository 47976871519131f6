/** The state of one program in the editor: its history of edits, and the program as it was last saved. Plain functions. */

import { checkProgram } from '../../program/check.ts';
import { draftOf } from '../../program/edit/draft.ts';
import { begun, type History } from '../../program/edit/history.ts';
import type { Program } from '../../program/program.ts';
import type { StoreResult } from '../../store/table.ts';
import type { DrawnCycle } from '../../timeline/preview/preview.ts';
import type { EditorView } from '../../ui/places/editor/editor-view.ts';
import type { EditorOutcome } from '../../words/editor/editor-outcome.ts';
import type { Documents } from '../programs/program-library.ts';

/** Null for a program that cannot be drawn. */
export type Draw = (program: Program) => DrawnCycle | null;

export interface OpenDraft {
  readonly history: History<Program>;
  /** One of the user's own programs; null for a new one. */
  readonly kept: Program | null;
  /** Drawing of the draft, or of the last draft that could be drawn; null if there was none. */
  readonly drawing: DrawnCycle | null;
  readonly drawnOf: Program | null;
}

export interface EditStart {
  readonly program: Program;
  /** The one of the user's own programs that is edited; null for a new program. */
  readonly kept: Program | null;
}

/** What is said of a program that was kept, or could not be. */
export const outcomeOfSaving = (
  { kind }: StoreResult,
  told: Extract<EditorOutcome, { readonly kind: 'kept' | 'duplicated' | 'taken' }>,
): EditorOutcome =>
  kind === 'storageFull' || kind === 'noStorage'
    ? { kind: 'notKept', program: told.program, why: kind }
    : told;

export function openDraft(program: Program, kept: Program | null, draw: Draw): OpenDraft {
  const history = begun(draftOf(program));
  return drawn({ history, kept, drawing: null, drawnOf: null }, draw);
}

export const withHistory = (draft: OpenDraft, history: History<Program>, draw: Draw): OpenDraft =>
  drawn({ ...draft, history }, draw);

/** Draws the draft. Keeps the last drawing if the draft cannot be drawn. */
function drawn(draft: OpenDraft, draw: Draw): OpenDraft {
  const { now } = draft.history;
  if (draft.drawnOf === now) return draft;
  const drawing = draw(now);
  return drawing === null ? draft : { ...draft, drawing, drawnOf: now };
}

/** Whether the draft is as it was last saved. @param textOf the same for programs that do the same, and are called the same */
export const isSaved = (
  { history: { now }, kept }: OpenDraft,
  textOf: (program: Program) => string,
): boolean => kept !== null && (now === kept || textOf(now) === textOf(draftOf(kept)));

export function draftView(
  open: OpenDraft,
  textOf: (program: Program) => string,
): Omit<EditorView, 'outcome'> {
  const { history, kept, drawing, drawnOf } = open;
  const { now: draft, past, future } = history;
  return {
    draft,
    problems: checkProgram(draft),
    drawing,
    drawingIsOld: drawnOf !== draft,
    mayUndo: past.length > 0,
    mayRedo: future.length > 0,
    isKept: isSaved(open, textOf),
    isOwn: kept !== null,
  };
}

/** The program as an import of the draft would give it: its id is computed from its content. */
export function asStored(draft: Program, { documentText, readDocument }: Documents): Program {
  const read = readDocument(documentText(draft));
  if (!read.ok) throw new Error('a program without problems cannot be read again');
  return read.program;
}
