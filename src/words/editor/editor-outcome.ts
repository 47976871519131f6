/** The result of the user's last action on a program in the editor. */

import type { Program } from '../../program/program.ts';
import type { Problem } from '../../safety/problem.ts';

export type EditorOutcome =
  | { readonly kind: 'kept'; readonly program: Program }
  | { readonly kind: 'notKept'; readonly program: Program; readonly why: 'storageFull' | 'noStorage' }
  /** A program that came as a text, such as a link or QR code, was saved among the user's own programs. */
  | { readonly kind: 'taken'; readonly program: Program }
  /** The text holds a program that the page cannot play. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'duplicated'; readonly program: Program }
  | { readonly kind: 'removed'; readonly program: Program }
  | { readonly kind: 'notRemoved'; readonly program: Program }
  | { readonly kind: 'toPutRight'; readonly problems: number }
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'linkCopied' }
  | { readonly kind: 'link'; readonly link: string }
  | { readonly kind: 'code'; readonly rows: readonly (readonly boolean[])[] }
  | { readonly kind: 'codeTooLarge' }
  | { readonly kind: 'partMissing' };
