/** What a person can ask of the plan. */

import type { Draft } from '../../../plan/draft.ts';
import type { Report } from '../../../plan/plan-request.ts';
import type { UntimedReport } from '../../../plan/reporting.ts';
import type { Step } from '../../../plan/step.ts';
import type { Moment } from '../../../plan/time/wall-clock.ts';

export interface PlanIntents {
  /** Makes a plan, in the place of the one there is. */
  makePlan: [draft: Draft];
  /** Something happened: a step was done or skipped, soreness, a sign. */
  tellPlan: [telling: UntimedReport];
  /** Neither done nor skipped after all. */
  takeBackStep: [step: string];
  /** Was reported by mistake. @param report one of the plan's own */
  takeBackReport: [report: Report];
  /** What was told then was a mistake. @param at about when it was told */
  takeBackTold: [told: UntimedReport, at: Moment];
  /** What was taken back last was none. */
  restoreTold: [];
  /** Away with the plan; `restorePlan` brings it back. */
  dropPlan: [];
  restorePlan: [];
  /** Downloads a calendar with an alarm at each step. */
  saveCalendar: [];
  savePlan: [];
  /** As a link. Browsers allow this only inside a click. */
  sharePlan: [];
  showPlanCode: [];
  /** A plan as a file, a picture of its QR code, or an activity. */
  takePlanFiles: [files: readonly File[]];
  /** @param text a plan document, or a link to one */
  takePlanText: [text: string];
  /** Closes the message about what was opened, saved or given away. */
  dismissOutcome: [];
  /** Reminds of each step while the page is open. Browsers ask only inside a click. */
  remind: [wanted: boolean];
  /** Sets the boots' program as the step has it, and goes to where Start is. */
  openBootsStep: [step: Step];
}
