/** The state of one program in the editor: its edit history, its drawing, and the program as it was last saved. */

import { checkProgram } from '../../program/check.ts';
import { draftOf } from '../../program/edit/draft.ts';
import { type History, startHistory } from '../../program/edit/history.ts';
import type { Program } from '../../program/program.ts';
import type { StoreResult } from '../../store/table.ts';
import type { DrawnCycle } from '../../timeline/preview/preview.ts';
import type { EditorView } from '../../ui/places/editor/editor-view.ts';
import type { EditorOutcome } from '../../words/editor/editor-outcome.ts';
import type { Documents } from '../programs/program-library.ts';

export type Draw = (program: Program) => DrawnCycle | null;

export interface OpenDraft {
  readonly history: History<Program>;
  /** The program as it was last saved among the user's own programs; null if it was not. */
  readonly kept: Program | null;
  /** Drawing of the last draft that could be drawn; null if none could. */
  readonly drawing: DrawnCycle | null;
  readonly drawnOf: Program | null;
}

export interface EditStart {
  readonly program: Program;
  /** The program as it is saved among the user's own programs; null for a new program or a changed copy. */
  readonly kept: Program | null;
}

export const outcomeOfSaving = (
  { kind }: StoreResult,
  success: Extract<EditorOutcome, { readonly kind: 'kept' | 'duplicated' | 'taken' }>,
): EditorOutcome =>
  kind === 'storageFull' || kind === 'noStorage'
    ? { kind: 'notKept', program: success.program, why: kind }
    : success;

export function openDraft(program: Program, kept: Program | null, draw: Draw): OpenDraft {
  const history = startHistory(draftOf(program));
  return drawn({ history, kept, drawing: null, drawnOf: null }, draw);
}

export const withHistory = (draft: OpenDraft, history: History<Program>, draw: Draw): OpenDraft =>
  drawn({ ...draft, history }, draw);

function drawn(draft: OpenDraft, draw: Draw): OpenDraft {
  const { now } = draft.history;
  if (draft.drawnOf === now) return draft;
  const drawing = draw(now);
  return drawing === null ? draft : { ...draft, drawing, drawnOf: now };
}

/**
 * Whether the draft equals the program that was last saved. @param textOf writes a program's document; equal programs have equal documents
 */
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

/** The program that importing the draft's document would give, with an id computed from its content. @throws if the draft has problems */
export function asStored(draft: Program, { documentText, readDocument }: Documents): Program {
  const read = readDocument(documentText(draft));
  if (!read.ok) throw new Error('a program without problems cannot be read again');
  return read.program;
}
