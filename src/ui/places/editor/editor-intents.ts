/** What a person can ask of the editor. */

import type { Edit } from '../../../program/edit/edit.ts';
import type { Program } from '../../../program/program.ts';

export interface EditorIntents {
  /** @param gesture edits of the same gesture, such as a drag, are undone as one; null = a step of its own */
  editDraft: [edit: Edit, gesture: string | null];
  undoEdit: [];
  redoEdit: [];
  /** Saves it among the user's own programs, in place of the one it was. */
  keepDraft: [];
  /** A second program like it, which is edited from now on. */
  duplicateDraft: [];
  /** Away with the program; `restoreDraft` brings it back. */
  removeDraft: [];
  restoreDraft: [program: Program];
  /** Downloads it as a file. */
  saveDraft: [];
  /** As a link. Browsers allow this only inside a click. */
  shareDraft: [];
  showDraftCode: [];
  /** Chooses the program that was saved, and goes to the boots. */
  useDraft: [program: Program];
  /** Tries it on simulated boots, many times as fast. */
  tryDraft: [];
  /** Stops the simulated boots; the trial is over once their air is out. */
  endTrial: [];
  closeTrial: [];
  /** Asks for the camera, and looks for the QR code of a program. */
  scanCode: [];
  /** Closes the message about what was saved, removed or given away. */
  dismissEdited: [];
}
