/** The intents of the editor. */

import type { Edit } from '../../../program/edit/edit.ts';
import type { Program } from '../../../program/program.ts';

export interface EditorIntents {
  /** Changes the draft. @param gesture Undo reverts all edits of one gesture, such as a drag, at once; null = a step of its own */
  editDraft: [edit: Edit, gesture: string | null];
  undoEdit: [];
  redoEdit: [];
  /** Discards what is not saved. @param at what the address of the editor names */
  discardDraft: [at: string];
  /** Saves the draft among the user's own programs, in place of the program that it was made from. */
  saveDraft: [];
  /** Makes a copy, and edits the copy from now on. */
  duplicateDraft: [];
  /** Removes the program; `restoreDraft` brings it back. */
  removeDraft: [];
  restoreDraft: [program: Program];
  /** Downloads the draft as a file. */
  downloadDraft: [];
  /** Shares the draft as a link. Browsers allow this only inside a click. */
  shareDraft: [];
  showDraftCode: [];
  /** Chooses the saved program, and goes to the boots. */
  useDraft: [program: Program];
  /** Runs the draft on simulated boots, many times faster than real ones. */
  tryDraft: [];
  /** Stops the simulated boots. The trial is over once their air is out. */
  endTrial: [];
  closeTrial: [];
  /** Asks for the camera, and looks for the QR code of a program. */
  scanCode: [];
  /** Closes the message about what was saved, removed or shared. */
  dismissEditorOutcome: [];
}
