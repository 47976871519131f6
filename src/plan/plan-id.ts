/** Ids of plans and of their steps. Calendars and journals store them, and may outlive the plan. */

import { contentId } from '../program/document/content-id.ts';
import type { EventKind, RecoveryEvent } from './plan-request.ts';
import type { Step } from './step.ts';

/** Made from kind, time and zone of the event, so that reports and distance do not change the id. @returns 16 hexadecimal digits */
export const planId = ({ kind, at, zone }: RecoveryEvent): string => contentId(`${kind} ${at} ${zone}`);

/** Identifies a step among the steps of all plans, and says what it was for even after its plan is deleted. */
export interface StepOfPlan {
  readonly plan: string;
  readonly event: EventKind;
  /** 0 = the day of the event. */
  readonly day: number;
  /** The step's id within its plan: "day0-boots". */
  readonly step: string;
}

export const stepOfPlan = (event: RecoveryEvent, { id, day }: Pick<Step, 'id' | 'day'>): StepOfPlan => ({
  plan: planId(event),
  event: event.kind,
  day,
  step: id,
});
