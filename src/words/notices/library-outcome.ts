/** The result of an action on a program, such as importing or sharing; also news of a new version of the page. */

import type { Program } from '../../program/program.ts';
import type { Problem } from '../../session/view.ts';

export type LibraryOutcome =
  /** Imported from a file, a drop or the clipboard. `again`: the program was in the library already. */
  | { readonly kind: 'added'; readonly program: Program; readonly again: boolean }
  | { readonly kind: 'sent'; readonly program: Program }
  /** `what`: the file's name; empty if the text was pasted, null if it came in a link. */
  | { readonly kind: 'refused'; readonly what: string | null; readonly problems: readonly Problem[] }
  /** `most`: the largest size that the page opens, bytes. */
  | { readonly kind: 'tooLarge'; readonly what: string; readonly most: number }
  /** Names of files that were not opened. The page opens one plan, or up to `most` programs, at a time. */
  | { readonly kind: 'notOpened'; readonly files: readonly string[]; readonly most: number }
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'copied'; readonly program: Program }
  /** The browser can neither share nor copy the link, so the user copies the link from a field. */
  | { readonly kind: 'link'; readonly link: string }
  /** The program could not be stored. It is lost when this page closes. */
  | { readonly kind: 'notKept'; readonly program: Program; readonly why: 'storageFull' | 'noStorage' }
  /** Removed from the user's own programs; the user may undo it. */
  | { readonly kind: 'removed'; readonly program: Program }
  | { readonly kind: 'notForgotten'; readonly program: Program }
  | { readonly kind: 'partMissing' }
  /** `otherTabs`: the user wants the new version of the page, but other tabs have the page open. */
  | { readonly kind: 'newVersion'; readonly otherTabs: boolean };
