/** Why an activity file cannot be read, as values without sentences (words/en/plan/outcome.ts has those). */

import type { ActivityFigure } from './figures.ts';

export type ActivityProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'tooLong'; readonly length: number; readonly most: number }
  | { readonly kind: 'fit' }
  | { readonly kind: 'notXml' }
  /** XML, but neither GPX nor TCX. `root`: name of the outermost element, cut to a short length. */
  | { readonly kind: 'otherXml'; readonly root: string }
  /** The file declares an XML document type. GPX and TCX need none, and hostile files use one to make a small file expand. */
  | { readonly kind: 'doctype' }
  | { readonly kind: 'cutOff' }
  /** An element closes that is not the last one opened, or a "<" inside the outermost element begins no tag. `line`: counted from 1. */
  | { readonly kind: 'tangled'; readonly line: number }
  /** Elements are nested more than `most` levels deep. */
  | { readonly kind: 'tooDeep'; readonly most: number }
  /** The file has fewer than two recorded points, or they tell neither time nor distance: it may hold only a planned route. */
  | { readonly kind: 'nothingRecorded' }
  /** The file has values for these figures, but none that a plan can use. */
  | { readonly kind: 'nothingUsable'; readonly figures: readonly ActivityFigure[] };
