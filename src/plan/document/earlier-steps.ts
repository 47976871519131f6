/** Reads reports about steps that earlier versions of the page gave other ids. */

import type { Report } from '../plan-request.ts';
import { repeatNames } from '../rules/repeat-names.ts';

/** In earlier versions, all hourly walks of a desk day were one step with this id. */
const ALL_HOURLY_WALKS = 'day0-walk-hourly';

/** A report about all hourly walks counts for each of them. */
export const withStepsOfNow = (report: Report): readonly Report[] =>
  (report.kind === 'done' || report.kind === 'skipped') && report.step === ALL_HOURLY_WALKS
    ? repeatNames.map((name) => ({ ...report, step: `${ALL_HOURLY_WALKS}-${name}` }))
    : [report];
