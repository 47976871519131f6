/** Adds reports to a plan request, finds and withdraws them. Each change returns a new request. */

import { MOST_REPORTS } from './document/format.ts';
import type { PlanRequest, Report } from './plan-request.ts';
import { type Moment, minutesBetween, momentOf } from './time/wall-clock.ts';

type WithoutTime<Of> = Of extends unknown ? Omit<Of, 'at'> : never;
export type UntimedReport = WithoutTime<Report>;

/**
 * Whether a report may be dropped before others when there are too many. Locks and the daily allowance of the boots do not depend on these
 * reports.
 */
const mayBeDropped = ({ kind }: Report): boolean =>
  kind === 'soreness' || kind === 'done' || kind === 'skipped';

/** For a list with one report too many: drops the oldest that `mayBeDropped`, or else the oldest of all. */
function withinLimit(reports: readonly Report[]): readonly Report[] {
  if (reports.length <= MOST_REPORTS) return reports;
  const first = reports.findIndex(mayBeDropped);
  return reports.filter((_, at) => at !== Math.max(0, first));
}

export const withReport = (request: PlanRequest, report: Report): PlanRequest => ({
  ...request,
  reports: withinLimit([...request.reports, report]),
});

/**
 * Removes the reports that a step was done or skipped. A boots session stays, because it did happen, but does not count for the step any
 * more.
 */
export const withoutStep = (request: PlanRequest, step: string): PlanRequest => ({
  ...request,
  reports: request.reports.flatMap((report): readonly Report[] => {
    if ((report.kind === 'done' || report.kind === 'skipped') && report.step === step) return [];
    return [report.kind === 'session' && report.step === step ? { ...report, step: null } : report];
  }),
});

/** @param report an object from `request.reports`: an equal copy of it is not found */
export const withoutReport = (request: PlanRequest, report: Report): PlanRequest => ({
  ...request,
  reports: request.reports.filter((one) => one !== report),
});

/** Largest difference between the time of a report in the plan and its time in the journal, min. */
export const SAME_REPORT_WITHIN = 5;

/** Whether both reports have the same content; their times are not compared. */
export function saysTheSame(one: UntimedReport, other: UntimedReport): boolean {
  const text = (of: UntimedReport): string => JSON.stringify(of, Object.keys(one).sort());
  return one.kind === other.kind && text(one) === text(other);
}

/**
 * The last report with this content; null if there is none. Its time must be within SAME_REPORT_WITHIN of `at`, except for soreness and
 * girth, whose figures identify the report.
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

/** Adds a report of something that happened earlier before the first report of a later time. */
export function withEarlierReport(request: PlanRequest, report: Report): PlanRequest {
  const place = request.reports.findIndex(({ at }) => at > report.at);
  return withReportAt(request, report, place < 0 ? request.reports.length : place);
}

/** @param place index at which the report stood before it was withdrawn */
export const withReportAt = (request: PlanRequest, report: Report, place: number): PlanRequest => ({
  ...request,
  reports: withinLimit(request.reports.toSpliced(place, 0, report)),
});
