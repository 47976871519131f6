/** Adds reports to what a plan is made from, finds them, and takes them back. Plain functions: each returns the new input of the plan. */

import { MOST_REPORTS } from './document/format.ts';
import type { PlanRequest, Report } from './plan-request.ts';
import { type Moment, minutesBetween, momentOf } from './time/wall-clock.ts';

type WithoutTime<Of> = Of extends unknown ? Omit<Of, 'at'> : never;
/** A report without its time. */
export type UntimedReport = WithoutTime<Report>;

/** Reports of which only the latest counts, or which matter only for a short time. */
const mayBeForgotten = ({ kind }: Report): boolean =>
  kind === 'soreness' || kind === 'done' || kind === 'skipped';

/** A plan file holds a limited number of reports: beyond that, drops the oldest one that may be forgotten. */
function within(reports: readonly Report[]): readonly Report[] {
  if (reports.length <= MOST_REPORTS) return reports;
  const first = reports.findIndex(mayBeForgotten);
  return reports.filter((_, at) => at !== Math.max(0, first));
}

export const withReport = (request: PlanRequest, report: Report): PlanRequest => ({
  ...request,
  reports: within([...request.reports, report]),
});

/** Without the reports about a step. A session of the boots stays, but no longer counts for the step: the legs have had it. */
export const withoutStep = (request: PlanRequest, step: string): PlanRequest => ({
  ...request,
  reports: request.reports.flatMap((report): readonly Report[] => {
    if ((report.kind === 'done' || report.kind === 'skipped') && report.step === step) return [];
    return [report.kind === 'session' && report.step === step ? { ...report, step: null } : report];
  }),
});

/** Without a report that was made by mistake. @param report one of the plan's own, by identity */
export const withoutReport = (request: PlanRequest, report: Report): PlanRequest => ({
  ...request,
  reports: request.reports.filter((one) => one !== report),
});

/** The same thing told twice, say to plan and journal, is told within this, min. */
const SAME = 5;

const withoutTime = ({ at: _, ...told }: Report): UntimedReport => told;

/** The last report of what was told then: a sign, by its time; a measurement, by its figures, whatever day it was told for. Null = none. */
export function findReport({ reports, event }: PlanRequest, told: UntimedReport, at: Moment): Report | null {
  const text = JSON.stringify(told, Object.keys(told).sort());
  const isMeasured = told.kind === 'soreness' || told.kind === 'girth';
  const isIt = (report: Report): boolean =>
    JSON.stringify(withoutTime(report), Object.keys(told).sort()) === text &&
    (isMeasured || Math.abs(minutesBetween(momentOf(report.at, event.zone), at)) <= SAME);
  return reports.findLast(isIt) ?? null;
}

/** Puts a report back where it was among the others. */
export const withReportAt = (request: PlanRequest, report: Report, place: number): PlanRequest => ({
  ...request,
  reports: within(request.reports.toSpliced(place, 0, report)),
});
