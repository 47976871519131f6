/** What the page shows of a plan, ready to draw. The app makes it (app/plan/), anew each minute and after every report. */

import type { Plan } from '../../../plan/plan.ts';
import type { Person } from '../../../plan/plan-request.ts';
import type { Standing } from '../../../plan/standing.ts';
import type { WallTime, Zone } from '../../../plan/time/wall-clock.ts';
import type { PlanOutcome } from '../../../words/plan/plan-outcome.ts';

export interface CurrentPlan {
  readonly plan: Plan;
  readonly standing: Standing;
  /** On the clock of the plan's zone. */
  readonly now: WallTime;
}

/** How the plan is kept. `lost`: it lasts as long as the page does. */
export type PlanKeeping = 'kept' | 'lost';

/** `impossible`: the browser has no notifications. `denied`: it was asked, and does not allow them. */
export type RemindersView = 'off' | 'on' | 'denied' | 'impossible';

export interface PlanView {
  /** On the clock of this device. */
  readonly now: WallTime;
  readonly zone: Zone;
  /** Null = there is none. */
  readonly current: CurrentPlan | null;
  /** Whether the plan that this one took the place of can be brought back. */
  readonly hasEarlier: boolean;
  /** As told with the last plan: what the next one begins with. */
  readonly person: Person;
  readonly keeping: PlanKeeping;
  /** What came of something that was opened, saved or given away. */
  readonly outcome: PlanOutcome | null;
  readonly reminders: RemindersView;
  /** The page leads through guides, so that a step can be led. */
  readonly leads: boolean;
}
