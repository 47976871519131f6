/** The library: imports programs from files, pasted text and links, saves and shares them, and keeps the user's own. */

import { BehaviorSubject } from 'rxjs';
import type { Program } from '../program/program.ts';
import type { Problem } from '../safety/problem.ts';
import { emptyLibrary, type Library } from '../ui/settings/library.ts';
import type { LibraryOutcome } from '../words/library-outcome.ts';
import type { GivingAway } from './giving-away.ts';
import {
  type Kept,
  keep,
  keptTexts,
  MOST_KEPT,
  type ProgramRead,
  type ProgramText,
  readKept,
} from './own-programs.ts';

/** Reads and writes program documents and links. Loaded when first needed. */
export interface Documents extends ProgramText {
  linkTo(program: Program, page: string): string;
  /** Null if the address contains no program. */
  programInLink(address: string): ProgramRead | null;
  /** Largest file that is opened, bytes. */
  readonly most: number;
}

export interface ShelfOptions {
  readonly storage: Kept;
  readonly load: () => Promise<Documents>;
  readonly away: GivingAway;
  /** Address of the page, without query and fragment. */
  readonly page: string;
  /** Called with each imported program, to choose it. */
  readonly chosen: (program: Program) => void;
}

/** Most files taken from one drop. */
const MOST_FILES = 20;
/** Pasted text that is a link as a whole. */
const LINK = /^\s*[a-z]+:\/\/\S+#\S+\s*$/i;

const fileName = (name: string): string =>
  `${
    name
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'program'
  }.json`;

export class Shelf {
  readonly library = new BehaviorSubject<Library>(emptyLibrary);
  readonly #options: ShelfOptions;

  constructor(options: ShelfOptions) {
    this.#options = options;
  }

  /** Loads the programs kept by earlier visits. */
  open(): void {
    const { storage } = this.#options;
    if (keptTexts(storage).length === 0) return;
    this.#withDocuments((documents) => {
      const { own } = this.library.value;
      const kept = readKept(storage, documents).filter(({ id }) => !own.some((program) => program.id === id));
      this.#show({ own: [...own, ...kept] });
    });
  }

  /** Imports the program in a page address. @returns whether there may be one; the caller then removes it from the address */
  takeAddress(address: string): boolean {
    if (!address.includes('#program=')) return false;
    this.#withDocuments((documents) => {
      const read = documents.programInLink(address);
      if (read) this.#take(read, null, documents);
    });
    return true;
  }

  takeText(text: string): void {
    this.#withDocuments((documents) => {
      const linked = LINK.test(text) ? documents.programInLink(text.trim()) : null;
      this.#take(linked ?? documents.readDocument(text), '', documents);
    });
  }

  takeFiles(files: readonly File[]): void {
    this.#withDocuments(async (documents) => {
      for (const file of files.slice(0, MOST_FILES)) {
        if (file.size > documents.most) {
          this.#show({ said: { kind: 'tooLarge', what: file.name, most: documents.most } });
          return;
        }
        const text = await file.text().catch(() => '');
        if (!this.#take(documents.readDocument(text), file.name, documents)) return;
      }
    });
  }

  save(program: Program): void {
    this.#withDocuments((documents) => {
      const file = fileName(program.name);
      this.#options.away.save(file, documents.documentText(program));
      this.#show({ said: { kind: 'saved', file } });
    });
  }

  /** Adds the program to the user's own programs, by the same path as an import. */
  keep(program: Program): void {
    this.#withDocuments((documents) =>
      this.#take(documents.readDocument(documents.documentText(program)), program.name, documents),
    );
  }

  share(program: Program): void {
    this.#withDocuments(async (documents) => {
      const link = documents.linkTo(program, this.#options.page);
      const how = await this.#options.away.give(program.name, link);
      if (how === 'copied') this.#show({ said: { kind: 'copied', program } });
      if (how === 'impossible') this.#show({ said: { kind: 'link', link } });
    });
  }

  forget(program: Program): void {
    this.#withDocuments((documents) => {
      const own = this.library.value.own.filter(({ id }) => id !== program.id);
      keep(this.#options.storage, own, documents);
      this.#show({ own, said: null });
    });
  }

  dismiss(): void {
    this.#show({ said: null });
  }

  /** @returns whether it was a valid program */
  #take(read: ProgramRead, from: string | null, documents: Documents): boolean {
    if (!read.ok) {
      this.#refuse(from, read.problems);
      return false;
    }
    const { own } = this.library.value;
    const there = own.find(({ id }) => id === read.program.id);
    const program = there ?? read.program;
    if (!there) {
      const all = [program, ...own].slice(0, MOST_KEPT);
      keep(this.#options.storage, all, documents);
      this.#show({ own: all });
    }
    const said: LibraryOutcome =
      from === null ? { kind: 'sent', program } : { kind: 'added', program, again: there !== undefined };
    this.#show({ said });
    this.#options.chosen(program);
    return true;
  }

  #refuse(what: string | null, problems: readonly Problem[]): void {
    this.#show({ said: { kind: 'refused', what, problems } });
  }

  #show(more: Partial<Library>): void {
    this.library.next({ ...this.library.value, ...more });
  }

  /** Reports code that fails to load. Any other failure is a bug and is thrown. */
  #withDocuments(work: (documents: Documents) => unknown): void {
    this.#options.load().then(work, () => this.#show({ said: { kind: 'partMissing' } }));
  }
}
