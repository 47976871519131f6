/** An editor on a device with an IndexedDB in memory, for tests. */

import { expect, vi } from 'vitest';
import { codes } from '../../../../src/app/codes/codes.ts';
import { draftsValue, EditorDrafts } from '../../../../src/app/device-storage/editor-drafts.ts';
import { programRows } from '../../../../src/app/device-storage/program-rows.ts';
import { Editor } from '../../../../src/app/editor/editor.ts';
import { documents } from '../../../../src/app/programs/documents.ts';
import { OwnPrograms } from '../../../../src/app/programs/own-programs.ts';
import { sixZones } from '../../../../src/program/edit/six-zones.ts';
import { trail } from '../../../../src/program/presets/trail.ts';
import { type Program, startingSettings } from '../../../../src/program/program.ts';
import { validate } from '../../../../src/program/settings.ts';
import { drawingOf } from '../../../../src/timeline/preview/preview-of.ts';
import { device } from '../../store/tabs.ts';

export const page = 'https://example.org/';

export class OpenEditor {
  /** Ids of the programs that the editor told the page to open, oldest first; null = the page was told to leave the editor. */
  readonly went: (string | null)[] = [];
  readonly saved: (readonly [file: string, text: string])[] = [];
  readonly given: string[] = [];
  /** The result of every attempt to share a link. */
  gives: 'copied' | 'impossible' = 'copied';
  readonly own: OwnPrograms;
  readonly editor: Editor;
  readonly #here: ReturnType<typeof device>;

  private constructor(here: ReturnType<typeof device>, unsaved: EditorDrafts) {
    this.#here = here;
    this.own = new OwnPrograms(here.tab().table(programRows));
    this.editor = new Editor({
      own: this.own,
      unsaved,
      documents,
      sharing: {
        download: (file, text) => void this.saved.push([file, text]),
        share: async (_, link) => {
          this.given.push(link);
          return this.gives;
        },
      },
      page,
      codes: async () => codes,
      draw: (program) =>
        validate(startingSettings(program), sixZones).length === 0
          ? drawingOf(startingSettings(program), sixZones)
          : null,
      go: (id) => void this.went.push(id),
    });
  }

  /** The editor of a page that has just loaded. Default: on a new device. */
  static async on(here = device()): Promise<OpenEditor> {
    return new OpenEditor(here, await EditorDrafts.open(here.tab().value(draftsValue)));
  }

  reloaded(): Promise<OpenEditor> {
    return OpenEditor.on(this.#here);
  }

  drafts(): Promise<EditorDrafts> {
    return EditorDrafts.open(this.#here.tab().value(draftsValue));
  }

  begin(program: Program = trail, kept: Program | null = null): boolean {
    return this.editor.open(program.id, () => ({ program, kept }));
  }

  get view() {
    const now = this.editor.view.value;
    if (now === null) throw new Error('nothing is open');
    return now;
  }

  get names(): readonly string[] {
    return this.own.now.value.programs.map(({ name }) => name);
  }

  /** Waits until the user's own programs have these names. The store reports a change only a moment later. */
  haveNames(expected: readonly string[]): Promise<void> {
    return vi.waitFor(() => expect([...this.names].sort()).toEqual(expected), {
      timeout: 5000,
      interval: 20,
    });
  }

  peak(value: number, gesture: string | null = null): void {
    this.editor.edit({ kind: 'figure', field: 'peak', value }, gesture);
  }
}
