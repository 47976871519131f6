/** Ids of plans and of their steps, for calendars and journals, which outlive the plan. */

import { contentId } from '../program/document/content-id.ts';
import type { EventKind, RecoveryEvent } from './plan-request.ts';
import type { Step } from './step.ts';

/** Plans of the same event have the same id, whatever is reported to them. @returns 16 hexadecimal digits */
export const planId = ({ kind, at, zone }: RecoveryEvent): string => contentId(`${kind} ${at} ${zone}`);

/** Identifies a step across all plans, and says what the step was even if its plan no longer exists. */
export interface StepOfPlan {
  readonly plan: string;
  readonly event: EventKind;
  /** 0 = the day of the event. */
  readonly day: number;
  /** Id of the step in its plan: "day0-boots". */
  readonly step: string;
}

export const stepOfPlan = (event: RecoveryEvent, { id, day }: Pick<Step, 'id' | 'day'>): StepOfPlan => ({
  plan: planId(event),
  event: event.kind,
  day,
  step: id,
});
