/** The editor: edits programs with undo, problems and a drawing; saves, duplicates, removes, shares and imports them. */

import { BehaviorSubject } from 'rxjs';
import { checkProgram } from '../../program/check.ts';
import { applyEdit, type Edit } from '../../program/edit/edit.ts';
import { type History, recordChange, redo, undo } from '../../program/edit/history.ts';
import type { Program } from '../../program/program.ts';
import { copiedName } from '../../program/program-with-settings.ts';
import type { EditorView } from '../../ui/places/editor/editor-view.ts';
import type { EditorOutcome } from '../../words/editor/editor-outcome.ts';
import type { Codes } from '../codes/codes.ts';
import type { EditorDrafts } from '../device-storage/editor-drafts.ts';
import type { DownloadAndShare } from '../download-and-share.ts';
import { fileName } from '../programs/file-name.ts';
import type { OwnPrograms } from '../programs/own-programs.ts';
import type { Documents } from '../programs/program-library.ts';
import {
  asStored,
  type Draw,
  draftView,
  type EditStart,
  type OpenDraft,
  openDraft,
  outcomeOfSaving,
  withHistory,
} from './open-draft.ts';
import { OpenDrafts } from './open-drafts.ts';

export interface EditorParts {
  readonly own: OwnPrograms;
  readonly unsaved: EditorDrafts;
  readonly documents: Documents;
  readonly sharing: DownloadAndShare;
  /** Address of the page, without query and fragment; links to programs begin with it. */
  readonly page: string;
  readonly codes: () => Promise<Codes>;
  readonly draw: Draw;
  /** Null = the editor's start page. */
  readonly go: (id: string | null) => void;
}

export class Editor {
  readonly view = new BehaviorSubject<EditorView | null>(null);
  readonly #parts: EditorParts;
  readonly #drafts: OpenDrafts;
  #at: string | null = null;
  /** The id that the address still names after the editor has left it, until the address changes. */
  #leaving: string | null = null;
  #outcome: EditorOutcome | null = null;

  constructor(parts: EditorParts) {
    this.#parts = parts;
    this.#drafts = new OpenDrafts(parts.unsaved, parts.draw, parts.documents.documentText);
  }

  get outcome(): EditorOutcome | null {
    return this.#outcome;
  }

  /**
   * Opens the program with this id, or continues its draft.
   * @param find returns the program to begin with; null if no program has this id
   * @returns whether a program is open
   */
  open(id: string, find: () => EditStart | null): boolean {
    if (id === this.#leaving) return this.view.value !== null;
    this.#leaving = null;
    if (this.#at === id) return this.view.value !== null;
    if (!this.#drafts.has(id) && !this.#drafts.begin(id, find())) {
      this.#at = null;
      this.#show();
      return false;
    }
    // `#outcome` is about the program that was open before.
    if (this.#at !== null) this.#outcome = null;
    this.#at = id;
    this.#show();
    return true;
  }

  edit(edit: Edit, gesture: string | null): void {
    this.#outcome = null;
    this.#change((history) => recordChange(history, applyEdit(history.now, edit), gesture));
  }

  undo(): void {
    this.#change(undo);
  }

  redo(): void {
    this.#change(redo);
  }

  async save(): Promise<void> {
    const draft = this.#validDraft();
    const id = this.#at;
    if (draft === null || id === null) return;
    const program = asStored(draft.history.now, this.#parts.documents);
    // A program's id is computed from its content, so a changed program has another id, and the old one must go.
    const keeping = await this.#parts.own.replace(draft.kept, program);
    this.#drafts.delete(id);
    this.#drafts.set(program.id, { ...draft, kept: program });
    this.#move(id, program.id);
    this.#say(outcomeOfSaving(keeping, { kind: 'kept', program }));
  }

  async duplicate(): Promise<void> {
    const draft = this.#validDraft();
    const id = this.#at;
    if (draft === null || id === null) return;
    const taken = this.#parts.own.now.value.programs.map(({ name }) => name);
    const copy = { ...draft.history.now, name: copiedName(draft.history.now.name, taken) };
    const program = asStored(copy, this.#parts.documents);
    const keeping = await this.#parts.own.add(program);
    this.#drafts.set(program.id, openDraft(copy, program, this.#parts.draw));
    this.#move(id, program.id);
    this.#say(outcomeOfSaving(keeping, { kind: 'duplicated', program }));
  }

  async remove(): Promise<void> {
    const id = this.#at;
    const program = this.#drafts.get(id)?.kept ?? null;
    if (id === null || program === null) return;
    const forgotten = await this.#parts.own.remove(program);
    if (forgotten.kind !== 'kept') {
      this.#say({ kind: 'notRemoved', program });
      return;
    }
    this.#drafts.delete(id);
    this.#move(id, null);
    this.#say({ kind: 'removed', program });
  }

  discard(id: string): void {
    this.#drafts.delete(id);
    if (this.#at === id) this.#at = null;
    this.#show();
  }

  async restore(program: Program): Promise<void> {
    const keeping = await this.#parts.own.add(program);
    this.#say(outcomeOfSaving(keeping, { kind: 'kept', program }));
  }

  download(): void {
    const draft = this.#validDraft();
    if (draft === null) return;
    const { documents, sharing } = this.#parts;
    const file = fileName(draft.history.now.name);
    sharing.download(file, documents.documentText(draft.history.now));
    this.#say({ kind: 'saved', file });
  }

  async share(): Promise<void> {
    const draft = this.#validDraft();
    if (draft === null) return;
    const { documents, sharing, page } = this.#parts;
    const link = documents.linkTo(draft.history.now, page);
    const how = await sharing.share(draft.history.now.name, link);
    if (how === 'copied') this.#say({ kind: 'linkCopied' });
    if (how === 'impossible') this.#say({ kind: 'link', link });
  }

  async showCode(): Promise<void> {
    const draft = this.#validDraft();
    if (draft === null) return;
    const { documents, page, codes } = this.#parts;
    const loaded = await codes().catch(() => null);
    if (loaded === null) {
      this.#say({ kind: 'partMissing' });
      return;
    }
    const rows = loaded.code(documents.linkTo(draft.history.now, page));
    this.#say(rows === null ? { kind: 'codeTooLarge' } : { kind: 'code', rows });
  }

  /**
   * Opens the program in a text, or says what is wrong with it. @returns false if the text is neither a link with a program nor a document
   */
  openText(text: string): boolean {
    const { documents, own } = this.#parts;
    const read =
      documents.programInLink(text) ??
      (text.trimStart().startsWith('{') ? documents.readDocument(text) : null);
    if (read === null) return false;
    this.#at = null;
    if (!read.ok) {
      this.#say({ kind: 'refused', problems: read.problems });
      this.#parts.go(null);
      return true;
    }
    const program = own.now.value.programs.find(({ id }) => id === read.program.id) ?? read.program;
    void own.add(program).then((keeping) => {
      this.#drafts.set(program.id, openDraft(program, program, this.#parts.draw));
      this.#at = program.id;
      this.#say(outcomeOfSaving(keeping, { kind: 'taken', program }));
      this.#parts.go(program.id);
    });
    return true;
  }

  /** The open draft; null if there is none or it has problems, which the editor then reports. */
  validDraft(): Program | null {
    return this.#validDraft()?.history.now ?? null;
  }

  dismiss(): void {
    this.#say(null);
  }

  #move(from: string, to: string | null): void {
    this.#at = to;
    if (from === to) return;
    this.#leaving = from;
    this.#parts.go(to);
  }

  #validDraft(): OpenDraft | null {
    const draft = this.#drafts.get(this.#at);
    if (draft === undefined) return null;
    const problems = checkProgram(draft.history.now).length;
    if (problems === 0) return draft;
    this.#say({ kind: 'toPutRight', problems });
    return null;
  }

  #change(change: (history: History<Program>) => History<Program>): void {
    const id = this.#at;
    const draft = this.#drafts.get(id);
    if (id === null || draft === undefined) return;
    this.#drafts.set(id, withHistory(draft, change(draft.history), this.#parts.draw));
    this.#show();
  }

  #say(outcome: EditorOutcome | null): void {
    this.#outcome = outcome;
    this.#show();
  }

  #show(): void {
    const draft = this.#drafts.get(this.#at);
    const { documentText } = this.#parts.documents;
    this.view.next(
      draft === undefined ? null : { ...draftView(draft, documentText), outcome: this.#outcome },
    );
  }
}
