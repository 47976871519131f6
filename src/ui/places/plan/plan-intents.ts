/** The intents about the plan: what the user can ask of the app there. */

import type { SessionEntry } from '../../../journal/entry.ts';
import type { PlanForm } from '../../../plan/plan-form.ts';
import type { RecoveryEvent, Report } from '../../../plan/plan-request.ts';
import type { UntimedReport } from '../../../plan/reporting.ts';
import type { Step } from '../../../plan/step.ts';
import type { Moment } from '../../../plan/time/wall-clock.ts';

export interface PlanIntents {
  /** Makes a plan, which replaces the current one. */
  makePlan: [draft: PlanForm];
  reportToPlan: [report: UntimedReport];
  /** Reports a session whose end no page saw. @param session as the boots' record completed it */
  reportRemembered: [session: SessionEntry];
  /** @param step id of the step; its report of being done or skipped is withdrawn */
  withdrawStep: [step: string];
  /** @param report the object itself, from the plan */
  withdrawReport: [report: Report];
  /** Withdraws a report by its content, for callers that do not have the object. @param at about when it was made */
  withdrawReportMadeAt: [report: UntimedReport, at: Moment];
  /** Puts back the report that `withdrawReportMadeAt` withdrew last. */
  restoreReport: [];
  removePlan: [];
  restorePlan: [];
  downloadCalendar: [];
  downloadPlan: [];
  /** Shares the plan as a link. Browsers allow this only inside a click. */
  sharePlan: [];
  showPlanCode: [];
  /** Imports the first of the files: a plan, a picture of a plan's QR code, or an activity. */
  importPlanFiles: [files: readonly File[]];
  /** @param text a plan document, or a link to one */
  importPlanText: [text: string];
  dismissPlanOutcome: [];
  /** Switches reminders of steps on or off. Browsers ask for permission only inside a click. */
  setReminders: [wanted: boolean];
  /** Chooses the program of a step, with the step's settings, and goes to the boots. @param event the event of the step's plan */
  openBootsStep: [step: Step, event: RecoveryEvent];
}
