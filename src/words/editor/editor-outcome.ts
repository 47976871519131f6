/** The outcome of the user's last action on a program in the editor, such as saving or sharing. */

import type { Program } from '../../program/program.ts';
import type { Problem } from '../../safety/problem.ts';

export type EditorOutcome =
  /** The program was saved among the user's own programs. */
  | { readonly kind: 'kept'; readonly program: Program }
  | { readonly kind: 'notKept'; readonly program: Program; readonly why: 'storageFull' | 'noStorage' }
  /** A program from a file or link was saved among the user's own programs. */
  | { readonly kind: 'taken'; readonly program: Program }
  /** The text that the user opened is not a program that the page can play. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'duplicated'; readonly program: Program }
  | { readonly kind: 'removed'; readonly program: Program }
  | { readonly kind: 'notRemoved'; readonly program: Program }
  /** Nothing was done, because the program has problems. `problems`: how many. */
  | { readonly kind: 'toPutRight'; readonly problems: number }
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'linkCopied' }
  | { readonly kind: 'link'; readonly link: string }
  | { readonly kind: 'code'; readonly rows: readonly (readonly boolean[])[] }
  | { readonly kind: 'codeTooLarge' }
  | { readonly kind: 'partMissing' };
