/** Adds reports to a plan request, finds them, and withdraws them. Plain functions: each change returns a new request. */

import { MOST_REPORTS } from './document/format.ts';
import type { PlanRequest, Report } from './plan-request.ts';
import { type Moment, minutesBetween, momentOf } from './time/wall-clock.ts';

type WithoutTime<Of> = Of extends unknown ? Omit<Of, 'at'> : never;
export type UntimedReport = WithoutTime<Report>;

/** Whether a report may be dropped when there are too many: only the latest of its kind counts, or it matters only for a short time. */
const mayBeDropped = ({ kind }: Report): boolean =>
  kind === 'soreness' || kind === 'done' || kind === 'skipped';

/** A plan file holds a limited number of reports. If there is one more, drops the oldest that may be dropped, or else the oldest of all. */
function withinLimit(reports: readonly Report[]): readonly Report[] {
  if (reports.length <= MOST_REPORTS) return reports;
  const first = reports.findIndex(mayBeDropped);
  return reports.filter((_, at) => at !== Math.max(0, first));
}

export const withReport = (request: PlanRequest, report: Report): PlanRequest => ({
  ...request,
  reports: withinLimit([...request.reports, report]),
});

/** Withdraws the reports about a step. A boots session stays, because it did happen, but no longer counts for the step. */
export const withoutStep = (request: PlanRequest, step: string): PlanRequest => ({
  ...request,
  reports: request.reports.flatMap((report): readonly Report[] => {
    if ((report.kind === 'done' || report.kind === 'skipped') && report.step === step) return [];
    return [report.kind === 'session' && report.step === step ? { ...report, step: null } : report];
  }),
});

/** Withdraws a report that was made by mistake. @param report an object among the request's reports */
export const withoutReport = (request: PlanRequest, report: Report): PlanRequest => ({
  ...request,
  reports: request.reports.filter((one) => one !== report),
});

/** Largest difference between the times that one report has in the plan and in the journal, min. */
const SAME_REPORT_WITHIN = 5;

/** Whether the second report has the content of the first, whatever its time. */
export function saysTheSame(one: UntimedReport, other: UntimedReport): boolean {
  const text = (of: UntimedReport): string => JSON.stringify(of, Object.keys(one).sort());
  return one.kind === other.kind && text(one) === text(other);
}

/**
 * The last report with this content; null if there is none. Soreness and girth are found by their figures, whatever their time; any other report must
 * also have been made within SAME_REPORT_WITHIN of `at`.
 */
export function findReport(
  { reports, event }: PlanRequest,
  wanted: UntimedReport,
  at: Moment,
): Report | null {
  const isMeasured = wanted.kind === 'soreness' || wanted.kind === 'girth';
  const isIt = (report: Report): boolean =>
    saysTheSame(wanted, report) &&
    (isMeasured || Math.abs(minutesBetween(momentOf(report.at, event.zone), at)) <= SAME_REPORT_WITHIN);
  return reports.findLast(isIt) ?? null;
}

/** Puts a withdrawn report back at its old index. */
export const withReportAt = (request: PlanRequest, report: Report, place: number): PlanRequest => ({
  ...request,
  reports: withinLimit(request.reports.toSpliced(place, 0, report)),
});
