/** Why an activity file cannot be read, as values. words/en/plan/activity.ts turns them into sentences. */

export type ActivityProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'tooLong'; readonly length: number; readonly most: number }
  /** A FIT file: binary, not text. */
  | { readonly kind: 'fit' }
  | { readonly kind: 'notXml' }
  /** XML, but neither GPX nor TCX. `root`: name of its outermost element, shortened. */
  | { readonly kind: 'otherXml'; readonly root: string }
  /** The file declares a document type. GPX and TCX have none, but hostile files use one. */
  | { readonly kind: 'doctype' }
  | { readonly kind: 'cutOff' }
  /** An element closes that is not the last one opened. `line`: counted from 1. */
  | { readonly kind: 'tangled'; readonly line: number }
  /** Elements are nested more deeply than in any activity. */
  | { readonly kind: 'tooDeep'; readonly most: number }
  /** The file has only a planned route or training, but no recording. */
  | { readonly kind: 'nothingRecorded' };
