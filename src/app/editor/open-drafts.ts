/** The programs that are open in the editor, by their id in the editor's address. Stores those with unsaved changes on the device. */

import { recordChange } from '../../program/edit/history.ts';
import type { Program } from '../../program/program.ts';
import type { EditorDrafts } from '../device-storage/editor-drafts.ts';
import { type Draw, type EditStart, isSaved, type OpenDraft, openDraft, withHistory } from './open-draft.ts';

export class OpenDrafts {
  readonly #open = new Map<string, OpenDraft>();
  readonly #kept: EditorDrafts;
  readonly #draw: Draw;
  readonly #textOf: (program: Program) => string;

  constructor(kept: EditorDrafts, draw: Draw, textOf: (program: Program) => string) {
    this.#kept = kept;
    this.#draw = draw;
    this.#textOf = textOf;
  }

  has(id: string): boolean {
    return this.#open.has(id);
  }

  get(id: string | null): OpenDraft | undefined {
    return id === null ? undefined : this.#open.get(id);
  }

  /**
   * Opens a program, with the unsaved changes, if any, that an earlier page stored under this id.
   * @param found the program; null = no program has this id, but a draft may be stored
   * @returns whether a program or a stored draft was found
   */
  begin(id: string, found: EditStart | null): boolean {
    const left = this.#kept.at(id);
    const program = found?.program ?? left;
    if (program === null) return false;
    const draft = openDraft(program, found?.kept ?? null, this.#draw);
    this.#open.set(
      id,
      left === null ? draft : withHistory(draft, recordChange(draft.history, left, null), this.#draw),
    );
    return true;
  }

  set(id: string, draft: OpenDraft): void {
    this.#open.set(id, draft);
    const { now, past } = draft.history;
    if (past.length === 0 || isSaved(draft, this.#textOf)) this.#kept.drop(id);
    else this.#kept.keep({ at: id, draft: now });
  }

  delete(id: string): void {
    this.#open.delete(id);
    this.#kept.drop(id);
  }
}
