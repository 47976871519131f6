/** The result of an action on a plan, such as opening or sharing, or of reading an activity. */

import type { Mmhg } from '../../../firmware-protocol/quantities.ts';
import type { Activity } from '../../plan/activity/activity.ts';
import type { ActivityFigure } from '../../plan/activity/figures.ts';
import type { ActivityProblem } from '../../plan/activity/problem.ts';
import type { PlanProblem } from '../../plan/document/problem.ts';

export type PlanOutcome =
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'copied' }
  /** The browser can neither share nor copy the link, so the user copies the link from a field. */
  | { readonly kind: 'link'; readonly link: string }
  /** A QR code, row by row, with the light border that readers need; true = dark. */
  | { readonly kind: 'code'; readonly rows: readonly (readonly boolean[])[] }
  | { readonly kind: 'codeTooLarge' }
  /** The plan in a file, link or picture has become the person's plan. `lowered`: the highest pressure set here, if the plan had a higher one. */
  | { readonly kind: 'taken'; readonly lowered: Mmhg | null }
  /** An activity is being read. `share`: 0 to 1. */
  | { readonly kind: 'reading'; readonly what: string; readonly share: number }
  | {
      readonly kind: 'activity';
      readonly activity: Activity;
      readonly leftOut: readonly ActivityFigure[];
    }
  | { readonly kind: 'refused'; readonly what: string | null; readonly problems: readonly PlanProblem[] }
  | { readonly kind: 'activityRefused'; readonly what: string; readonly problem: ActivityProblem }
  | { readonly kind: 'noCode'; readonly what: string }
  /** `most`: the largest size that the page opens, bytes. */
  | { readonly kind: 'tooLarge'; readonly what: string; readonly most: number }
  | { readonly kind: 'partMissing' };
