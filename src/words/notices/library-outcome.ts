/** The outcome of importing, saving, sharing or removing a program, or a new version of the page. `words.libraryOutcome` makes a notice from it. */

import type { Program } from '../../program/program.ts';
import type { Problem } from '../../session/view.ts';

export type LibraryOutcome =
  /** Imported from a file, a drop or the clipboard. `again`: it was already in the library. */
  | { readonly kind: 'added'; readonly program: Program; readonly again: boolean }
  /** The program came as a link in the page's address. */
  | { readonly kind: 'sent'; readonly program: Program }
  /** `what`: the file's name; empty if pasted, null if it came in the page's address. */
  | { readonly kind: 'refused'; readonly what: string | null; readonly problems: readonly Problem[] }
  /** `most`: the largest file that is opened, bytes. */
  | { readonly kind: 'tooLarge'; readonly what: string; readonly most: number }
  /** Names of files that were not opened: of several plans, all but the first; of programs, those beyond the first `most`. */
  | { readonly kind: 'notOpened'; readonly files: readonly string[]; readonly most: number }
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'copied'; readonly program: Program }
  /** The browser can neither share nor copy the link, so the user copies it from a field. */
  | { readonly kind: 'link'; readonly link: string }
  /** The program could not be stored, so it is lost when this page closes. */
  | { readonly kind: 'notKept'; readonly program: Program; readonly why: 'storageFull' | 'noStorage' }
  /** The program could not be removed, so it is still there. */
  | { readonly kind: 'notForgotten'; readonly program: Program }
  /** A part of the page failed to load. */
  | { readonly kind: 'partMissing' }
  /** A newer version of the page is ready. `otherTabs`: the user wants it, but other tabs of the page are open. */
  | { readonly kind: 'newVersion'; readonly otherTabs: boolean };
