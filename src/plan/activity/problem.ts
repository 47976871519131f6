/** Why a file is no activity that can be read, as values. Sentences: words/en/plan/activity.ts. */

export type ActivityProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'tooLong'; readonly length: number; readonly most: number }
  /** A FIT file: binary, not text. */
  | { readonly kind: 'fit' }
  | { readonly kind: 'notXml' }
  /** XML, but neither GPX nor TCX. @ `root`: its outermost element, shortened */
  | { readonly kind: 'otherXml'; readonly root: string }
  /** It declares a document type, which GPX and TCX do not have and hostile files use. */
  | { readonly kind: 'doctype' }
  | { readonly kind: 'cutOff' }
  /** Elements do not close in the order in which they opened. Counts from 1. */
  | { readonly kind: 'tangled'; readonly line: number }
  /** More elements inside each other than any activity has. */
  | { readonly kind: 'tooDeep'; readonly most: number }
  /** A route or a plan of a training, but nobody has moved yet. */
  | { readonly kind: 'nothingRecorded' };
