/** The intents of the editor. */

import type { Edit } from '../../../program/edit/edit.ts';
import type { Program } from '../../../program/program.ts';

export interface EditorIntents {
  /** Changes the draft. @param gesture one Undo reverts all edits of the same gesture, such as a drag; null = Undo reverts this edit alone */
  editDraft: [edit: Edit, gesture: string | null];
  undoEdit: [];
  redoEdit: [];
  /** Discards unsaved changes. @param at id in the editor's address */
  discardDraft: [at: string];
  /** Saves the draft as one of the user's own programs, in place of the own program that it was made from. */
  saveDraft: [];
  /** Saves a copy, which is edited from now on. */
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
  /** Opens the camera, and scans for the QR code of a program. */
  scanCode: [];
  /** Closes the message about what was saved, removed or shared. */
  dismissEditorOutcome: [];
}
