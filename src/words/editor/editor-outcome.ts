/** What came of the last thing that was done with a program as a whole in the editor. */

import type { Program } from '../../program/program.ts';
import type { Problem } from '../../safety/problem.ts';

export type EditorOutcome =
  /** Among the user's own programs from now on. */
  | { readonly kind: 'kept'; readonly program: Program }
  | { readonly kind: 'notKept'; readonly program: Program; readonly why: 'storageFull' | 'noStorage' }
  /** A program from outside is among the user's own from now on. */
  | { readonly kind: 'taken'; readonly program: Program }
  /** It is none that can be used. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'duplicated'; readonly program: Program }
  | { readonly kind: 'removed'; readonly program: Program }
  | { readonly kind: 'notRemoved'; readonly program: Program }
  /** Nothing was done: these many problems come first. */
  | { readonly kind: 'toPutRight'; readonly problems: number }
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'linkCopied' }
  | { readonly kind: 'link'; readonly link: string }
  | { readonly kind: 'code'; readonly rows: readonly (readonly boolean[])[] }
  | { readonly kind: 'codeTooLarge' }
  | { readonly kind: 'partMissing' };
