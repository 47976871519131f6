/** The editor's intents: what the user can ask of the app there. The draft is the program that the user edits. */

import type { Edit } from '../../../program/edit/edit.ts';
import type { Program } from '../../../program/program.ts';

export interface EditorIntents {
  /** @param gesture one Undo reverts all edits of the same gesture, such as a drag; null = Undo reverts this edit alone */
  editDraft: [edit: Edit, gesture: string | null];
  undoEdit: [];
  redoEdit: [];
  /** @param at the draft's id in the editor's address */
  discardDraft: [at: string];
  /** Saves the draft among the user's own programs. If it was made from one of them, it replaces that program. */
  saveDraft: [];
  /** Saves a copy of the draft under another name. The user then edits the copy. */
  duplicateDraft: [];
  /** Removes the saved program; `restoreDraft` brings it back. */
  removeDraft: [];
  restoreDraft: [program: Program];
  downloadDraft: [];
  /** Shares the draft as a link. Browsers allow this only inside a click. */
  shareDraft: [];
  showDraftCode: [];
  useDraft: [program: Program];
  /** Tries the draft on simulated boots, faster than in real time. */
  tryDraft: [];
  /** Stops the simulated boots. The trial is over once their air is out. */
  endTrial: [];
  closeTrial: [];
  scanCode: [];
  dismissEditorOutcome: [];
}
