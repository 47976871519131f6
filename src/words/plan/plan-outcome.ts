/** What came of something that was opened, saved or given away with a plan. */

import type { Activity } from '../../plan/activity/activity.ts';
import type { ActivityProblem } from '../../plan/activity/problem.ts';
import type { PlanProblem } from '../../plan/document/problem.ts';

export type PlanOutcome =
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'copied' }
  /** Neither shared nor copied: the user copies it by hand. */
  | { readonly kind: 'link'; readonly link: string }
  /** A QR code, row by row, with the light border that readers want; true = dark. */
  | { readonly kind: 'code'; readonly rows: readonly (readonly boolean[])[] }
  /** It has more than a QR code holds. */
  | { readonly kind: 'codeTooLarge' }
  /** A plan has come from outside. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'activity'; readonly activity: Activity }
  | { readonly kind: 'refused'; readonly what: string | null; readonly problems: readonly PlanProblem[] }
  | { readonly kind: 'activityRefused'; readonly what: string; readonly problem: ActivityProblem }
  /** An image without a QR code. */
  | { readonly kind: 'noCode'; readonly what: string }
  | { readonly kind: 'tooLarge'; readonly what: string; readonly most: number }
  | { readonly kind: 'partMissing' };
