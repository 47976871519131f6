/** Sums up the reports that a plan is made from. */

import { type Mmhg, mmhg } from '../../../firmware-protocol/quantities.ts';
import { type SessionDone, sessionDose } from '../dose/allowance.ts';
import type { PlanRequest, Report } from '../plan-request.ts';
import { type CalendarDay, dayOf, momentOf, type WallTime } from '../time/wall-clock.ts';

/** How much less pressure the next session gets after marks on the skin, or pain during a session, mmHg. */
export const LIGHTER_BY = 20;

export interface Reported {
  /** The last soreness reported on this day or before, 0 to 10; null = none yet. */
  sorenessOn(day: CalendarDay): number | null;
  /** The last soreness reported, 0 to 10; null = none. */
  readonly soreness: number | null;
  /** Day of the last report of soreness; null = none. */
  readonly sorenessReportedOn: CalendarDay | null;
  /** How much lower the pressure of the next session is to be. */
  readonly lighter: Mmhg;
  /** Ids of the steps that were reported as done, or for which a boots session took place. */
  readonly done: ReadonlySet<string>;
  /** By the step's id; `at`: when the step was skipped last. */
  readonly skipped: ReadonlyMap<string, { readonly at: WallTime; readonly times: number }>;
  readonly sessions: readonly SessionDone[];
  /** Ids of the steps for which a boots session took place. */
  readonly squeezed: ReadonlySet<string>;
}

/**
 * Marks after a session lower the next one by LIGHTER_BY, and marks after that one lower the following session by LIGHTER_BY more. After a
 * session without marks, the pressure is full again.
 */
function lighterAfter(reports: readonly Report[]): Mmhg {
  let lighter = 0;
  let before = 0;
  for (const { kind } of reports) {
    if (kind === 'session') {
      before = lighter;
      lighter = 0;
    } else if (kind === 'marks') {
      lighter = before + LIGHTER_BY;
    }
  }
  return mmhg(lighter);
}

/** @param today null = not known. Soreness that is reported for a later day counts as today's, because the clock was wrong at the time */
export function reportedIn({ reports, event }: PlanRequest, today: CalendarDay | null): Reported {
  const dayOfReport = ({ at }: Report): CalendarDay =>
    today !== null && dayOf(at) > today ? today : dayOf(at);
  const soreness = reports.flatMap((report) =>
    report.kind === 'soreness' ? [{ day: dayOfReport(report), soreness: report.soreness }] : [],
  );
  const done = new Set<string>();
  const skipped = new Map<string, { at: WallTime; times: number }>();
  const squeezed = new Set<string>();
  for (const report of reports) {
    if (report.kind === 'done') done.add(report.step);
    if (report.kind === 'skipped')
      skipped.set(report.step, { at: report.at, times: (skipped.get(report.step)?.times ?? 0) + 1 });
    if (report.kind === 'session' && report.step !== null) {
      done.add(report.step);
      squeezed.add(report.step);
    }
  }
  return {
    sorenessOn: (of) => soreness.findLast(({ day }) => day <= of)?.soreness ?? null,
    soreness: soreness.at(-1)?.soreness ?? null,
    sorenessReportedOn: soreness.at(-1)?.day ?? null,
    lighter: lighterAfter(reports),
    done,
    skipped,
    sessions: reports.flatMap((report) =>
      report.kind === 'session'
        ? [
            {
              from: momentOf(report.at, event.zone),
              day: dayOf(report.at),
              minutes: report.minutes,
              dose: report.dose ?? sessionDose(report.peakMmhg, report.minutes),
            },
          ]
        : [],
    ),
    squeezed,
  };
}
