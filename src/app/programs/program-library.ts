/** The program library: imports programs from files, text and links, downloads and shares them, and adds and removes the user's own. */

import { BehaviorSubject, Subject } from 'rxjs';
import type { Program } from '../../program/program.ts';
import type { Problem } from '../../safety/problem.ts';
import { emptyLibrary, type Library } from '../../ui/settings/library.ts';
import type { LibraryOutcome } from '../../words/notices/library-outcome.ts';
import type { DownloadAndShare } from '../download-and-share.ts';
import { fileName } from './file-name.ts';
import type { OwnPrograms, Replaced } from './own-programs.ts';

export type ProgramRead =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface Documents {
  readDocument(text: string): ProgramRead;
  documentText(program: Program): string;
  linkTo(program: Program, page: string): string;
  programInLink(address: string): ProgramRead | null;
  /** Largest file that is read, bytes. */
  readonly mostBytes: number;
}

export interface LibraryParts {
  readonly documents: Documents;
  readonly own: OwnPrograms;
}

export interface LibraryDependencies {
  readonly load: () => Promise<LibraryParts>;
  readonly sharing: DownloadAndShare;
  /** Without query and fragment; links to programs begin with this address. */
  readonly page: string;
  readonly imported: (program: Program) => void;
}

const MOST_FILES = 20;
const ONLY_A_LINK = /^\s*[a-z]+:\/\/\S+#\S+\s*$/i;

export class ProgramLibrary {
  readonly state = new BehaviorSubject<Library>(emptyLibrary);
  readonly replaced = new Subject<Replaced>();
  readonly #options: LibraryDependencies;
  #followed: OwnPrograms | null = null;

  constructor(options: LibraryDependencies) {
    this.#options = options;
  }

  open(): void {
    this.#withParts(() => undefined);
  }

  /** Resolves to the user's own programs once storage has been read; to none if the library cannot be loaded. */
  async ownPrograms(): Promise<readonly Program[]> {
    const parts = await this.#options.load().catch(() => null);
    await parts?.own.loaded;
    return parts?.own.now.value.programs ?? [];
  }

  /** @returns whether the address looks as if it carried a program; the caller then changes the address */
  importFromAddress(address: string): boolean {
    if (!address.includes('#program=')) return false;
    this.#withParts(async ({ documents, own }) => {
      const read = documents.programInLink(address);
      if (read) await this.#import(read, null, own);
    });
    return true;
  }

  importText(text: string): void {
    this.#withParts(({ documents, own }) => {
      const linked = ONLY_A_LINK.test(text) ? documents.programInLink(text.trim()) : null;
      return this.#import(linked ?? documents.readDocument(text), '', own);
    });
  }

  /**
   * Imports up to MOST_FILES files. At the end, says which files were not opened, or else what is wrong with the first file that could not
   * be imported.
   * @param unopened names of other files, which the page does not open
   */
  importFiles(files: readonly File[], unopened: readonly string[] = []): void {
    this.#withParts(async ({ documents, own }) => {
      const rest = [...files.slice(MOST_FILES).map(({ name }) => name), ...unopened];
      let failed: LibraryOutcome | null =
        rest.length > 0 ? { kind: 'notOpened', files: rest, most: MOST_FILES } : null;
      for (const file of files.slice(0, MOST_FILES)) {
        const isTooLarge = file.size > documents.mostBytes;
        if (isTooLarge)
          this.#show({ said: { kind: 'tooLarge', what: file.name, most: documents.mostBytes } });
        const text = isTooLarge ? '' : await file.text().catch(() => '');
        if (isTooLarge || !(await this.#import(documents.readDocument(text), file.name, own)))
          failed ??= this.state.value.said;
      }
      if (failed !== null) this.#show({ said: failed });
    });
  }

  download(program: Program): void {
    this.#withParts(({ documents }) => {
      const file = fileName(program.name);
      this.#options.sharing.download(file, documents.documentText(program));
      this.#show({ said: { kind: 'saved', file } });
    });
  }

  addOwn(program: Program): void {
    this.#withParts(({ documents, own }) =>
      this.#import(documents.readDocument(documents.documentText(program)), program.name, own),
    );
  }

  share(program: Program): void {
    this.#withParts(async ({ documents }) => {
      const link = documents.linkTo(program, this.#options.page);
      const how = await this.#options.sharing.share(program.name, link);
      if (how === 'copied') this.#show({ said: { kind: 'copied', program } });
      if (how === 'impossible') this.#show({ said: { kind: 'link', link } });
    });
  }

  remove(program: Program): void {
    this.#withParts(async ({ own }) => {
      const forgotten = await own.remove(program);
      this.#show({ said: { kind: forgotten.kind === 'kept' ? 'removed' : 'notForgotten', program } });
    });
  }

  /** Brings back the program that the message says is removed. Its id is the same, so it is a favourite again if it was one. */
  undoRemove(): void {
    const { said } = this.state.value;
    if (said?.kind !== 'removed') return;
    const { program } = said;
    this.#show({ said: null });
    this.#withParts(async ({ own }) => {
      const { kind: why } = await own.add(program);
      if (why === 'storageFull' || why === 'noStorage')
        this.#show({ said: { kind: 'notKept', program, why } });
    });
  }

  downloadUnreadable(): void {
    this.#withParts(({ own }) => {
      const file = 'unreadable-programs.json';
      const found = own.now.value.unreadable.map((row) => row.found);
      this.#options.sharing.download(file, `${JSON.stringify(found, null, 2)}\n`);
      this.#show({ said: { kind: 'saved', file } });
    });
  }

  say(said: LibraryOutcome): void {
    this.#show({ said });
  }

  dismiss(): void {
    this.#show({ said: null });
  }

  /**
   * Adds the program that was read to the user's own programs and has the page choose it, or says why it cannot be read.
   * @param from name of the file or program; '' = text; null = a link in the page's address
   * @returns whether it was a valid program
   */
  async #import(read: ProgramRead, from: string | null, own: OwnPrograms): Promise<boolean> {
    if (!read.ok) {
      this.#refuse(from, read.problems);
      return false;
    }
    const there = own.now.value.programs.find(({ id }) => id === read.program.id);
    const program = there ?? read.program;
    const keeping = there ? null : await own.add(program);
    const why = keeping?.kind;
    this.#show({
      said:
        why === 'storageFull' || why === 'noStorage'
          ? { kind: 'notKept', program, why }
          : from === null
            ? { kind: 'sent', program }
            : { kind: 'added', program, again: there !== undefined },
    });
    this.#options.imported(program);
    return true;
  }

  #refuse(what: string | null, problems: readonly Problem[]): void {
    this.#show({ said: { kind: 'refused', what, problems } });
  }

  #show(more: Partial<Library>): void {
    this.state.next({ ...this.state.value, ...more });
  }

  /** If the library's parts fail to load, the page says so. Any other failure is a bug, and nothing catches it. */
  #withParts(work: (parts: LibraryParts) => unknown): void {
    this.#options.load().then(
      (parts) => {
        this.#follow(parts.own);
        return work(parts);
      },
      () => this.#show({ said: { kind: 'partMissing' } }),
    );
  }

  #follow(own: OwnPrograms): void {
    if (this.#followed === own) return;
    this.#followed = own;
    own.replaced.subscribe(this.replaced);
    own.now.subscribe(({ programs, unreadable }) =>
      this.#show({ own: programs, unreadable: unreadable.length }),
    );
  }
}
