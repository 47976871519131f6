/** The outcome of the last time that the user saved, duplicated, imported, removed or shared a program in the editor. */

import type { Program } from '../../program/program.ts';
import type { Problem } from '../../safety/problem.ts';

export type EditorOutcome =
  /** The program was saved among the user's own. */
  | { readonly kind: 'kept'; readonly program: Program }
  | { readonly kind: 'notKept'; readonly program: Program; readonly why: 'storageFull' | 'noStorage' }
  /** A program from outside was saved among the user's own. */
  | { readonly kind: 'taken'; readonly program: Program }
  /** What the user opened is not a program that can be used. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'duplicated'; readonly program: Program }
  | { readonly kind: 'removed'; readonly program: Program }
  | { readonly kind: 'notRemoved'; readonly program: Program }
  /** Nothing was done, because the program still has this many problems. */
  | { readonly kind: 'toPutRight'; readonly problems: number }
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'linkCopied' }
  | { readonly kind: 'link'; readonly link: string }
  | { readonly kind: 'code'; readonly rows: readonly (readonly boolean[])[] }
  | { readonly kind: 'codeTooLarge' }
  | { readonly kind: 'partMissing' };
