/** Programs from outside, and what came of the last one that was brought in or given away. */

import type { Program } from '../../program/program.ts';
import type { Problem } from '../../session/view.ts';

export type Said =
  /** By file, drop or paste. `again`: it was there already. */
  | { readonly kind: 'added'; readonly program: Program; readonly again: boolean }
  /** It came with the address of the page. */
  | { readonly kind: 'sent'; readonly program: Program }
  /** `what`: name of the file; empty when it was pasted, null when it came with the address. */
  | { readonly kind: 'refused'; readonly what: string | null; readonly problems: readonly Problem[] }
  | { readonly kind: 'tooLarge'; readonly what: string; readonly most: number }
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'copied'; readonly program: Program }
  /** Nothing takes the link: the person copies it. */
  | { readonly kind: 'link'; readonly link: string }
  | { readonly kind: 'partMissing' };

export interface Library {
  /** Newest first. */
  readonly own: readonly Program[];
  readonly said: Said | null;
}

export const emptyLibrary: Library = { own: [], said: null };
