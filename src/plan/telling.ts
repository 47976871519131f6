/** Tells a plan what happened, and takes it back. Plain functions: each returns what the plan is made from next. */

import type { Asked, Report } from './asked.ts';
import { MOST_REPORTS } from './document/format.ts';

type WithoutTime<Of> = Of extends unknown ? Omit<Of, 'at'> : never;
/** A report, before anybody has looked at the clock. */
export type Telling = WithoutTime<Report>;

/** Reports that only ever count as the latest of their kind, or not for long. */
const mayBeForgotten = ({ kind }: Report): boolean =>
  kind === 'soreness' || kind === 'done' || kind === 'skipped';

/** A plan file has room for a number of reports: the oldest that nothing hangs on makes room. */
function within(reports: readonly Report[]): readonly Report[] {
  if (reports.length <= MOST_REPORTS) return reports;
  const first = reports.findIndex(mayBeForgotten);
  return reports.filter((_, at) => at !== Math.max(0, first));
}

export const withReport = (asked: Asked, report: Report): Asked => ({
  ...asked,
  reports: within([...asked.reports, report]),
});

/** As if nothing had been said of the step. A session of the boots stays: legs have had it, whoever ticks what. */
export const withoutStep = (asked: Asked, step: string): Asked => ({
  ...asked,
  reports: asked.reports.flatMap((report): readonly Report[] => {
    if ((report.kind === 'done' || report.kind === 'skipped') && report.step === step) return [];
    return [report.kind === 'session' && report.step === step ? { ...report, step: null } : report];
  }),
});

/** A report that was made by mistake. @param report one of the plan's own, by identity */
export const withoutReport = (asked: Asked, report: Report): Asked => ({
  ...asked,
  reports: asked.reports.filter((one) => one !== report),
});
