/** What the page shows of the plan. */

import type { Plan } from '../../../plan/plan.ts';
import type { BareWork, Person, Tool } from '../../../plan/plan-request.ts';
import type { Standing } from '../../../plan/standing.ts';
import type { TimeZone, WallTime } from '../../../plan/time/wall-clock.ts';
import type { PlanOutcome } from '../../../words/plan/plan-outcome.ts';

export interface CurrentPlan {
  readonly plan: Plan;
  readonly standing: Standing;
  /** Wall time in the plan's time zone. */
  readonly now: WallTime;
  /** What the answers to the health questions rule out: tools that the person owns, and work that the plan would ask for. */
  readonly leftOut: readonly (Tool | BareWork)[];
}

/** `lost`: the page could not store the plan, which is lost when the page closes. */
export type PlanKeeping = 'kept' | 'lost';

/** `impossible`: the browser has no notifications. `denied`: the user wants reminders, but the browser does not allow notifications. */
export type RemindersView = 'off' | 'on' | 'denied' | 'impossible';

export interface PlanView {
  /** Wall time in this device's time zone. */
  readonly now: WallTime;
  readonly zone: TimeZone;
  /** Null if there is no plan. */
  readonly current: CurrentPlan | null;
  readonly hasEarlier: boolean;
  /** What the user entered about themselves for the last plan. The form for the next plan begins with it. */
  readonly person: Person;
  readonly keeping: PlanKeeping;
  /** The outcome of the last import, save or share; null = none. */
  readonly outcome: PlanOutcome | null;
  readonly reminders: RemindersView;
  readonly hasGuides: boolean;
}
