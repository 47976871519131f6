/**
 * Translates between journal entries and reports to the recovery plan. Sessions need no translation, because the app gives each one to
 * journal and plan.
 */

import type { Entry, EntryContent, SoreTime } from '../../journal/entry.ts';
import { causesOf, isClearable } from '../../journal/reports.ts';
import { worst } from '../../journal/views/days.ts';
import type { Report } from '../../plan/plan-request.ts';
import { saysTheSame, type UntimedReport } from '../../plan/reporting.ts';
import {
  dayOf,
  type Moment,
  momentOf,
  type TimeZone,
  timeOf,
  type WallTime,
  wallAt,
} from '../../plan/time/wall-clock.ts';

/** Null if the plan has no report for this kind of entry. */
export function reportOf(content: EntryContent): UntimedReport | null {
  switch (content.kind) {
    case 'sign':
      return { kind: content.sign };
    case 'cleared':
      return isClearable(content.sign) ? { kind: 'cleared', sign: content.sign } : { kind: 'tingling-gone' };
    case 'girth':
      return { kind: 'girth', leftCm: content.leftCm, rightCm: content.rightCm };
    case 'soreness': {
      const soreness = worst(content.scores);
      return soreness === null ? null : { kind: 'soreness', soreness };
    }
    default:
      return null;
  }
}

/** What soreness reported to the plan is: the morning's, if reported before noon on a day after the plan's event. */
export const soreTimeOf = (now: WallTime, event: WallTime | null): SoreTime =>
  event !== null && dayOf(now) > dayOf(event) && timeOf(now) < '12:00' ? 'morning' : 'before';

/**
 * Null if the journal has no entry for this kind of report. @param own the person's entries, among which the entries of a cleared sign are
 * looked up
 */
export function entryContentOf(
  report: UntimedReport,
  own: readonly Entry[],
  when: SoreTime,
): EntryContent | null {
  switch (report.kind) {
    case 'done':
    case 'skipped':
    case 'session':
      return null;
    case 'soreness':
      return { kind: 'soreness', when, scores: { legs: report.soreness }, of: null };
    case 'girth':
      return { kind: 'girth', leftCm: report.leftCm, rightCm: report.rightCm };
    case 'cleared':
      return { kind: 'cleared', sign: report.sign, of: causesOf(own, report.sign) };
    case 'tingling-gone':
      return { kind: 'cleared', sign: 'tingling', of: causesOf(own, 'tingling') };
    default:
      return { kind: 'sign', sign: report.kind, of: null };
  }
}

/** The entry that says the same as a report to the plan, and of several the nearest in time; null if there is none. */
export function entryOfReport(report: Report, own: readonly Entry[], zone: TimeZone): Entry | null {
  const at = momentOf(report.at, zone);
  const away = (entry: Entry): number => Math.abs(entry.at - at);
  const same = own.filter((entry) => {
    const reported = reportOf(entry);
    return reported !== null && saysTheSame(reported, report);
  });
  return same.reduce<Entry | null>(
    (nearest, entry) => (nearest !== null && away(nearest) < away(entry) ? nearest : entry),
    null,
  );
}

/** Whether the plan may be told of an entry. Soreness on another day is not reported, because it says nothing about today's steps. */
export function reachesPlan({ kind }: EntryContent, at: Moment, now: Moment, zone: TimeZone): boolean {
  return kind !== 'soreness' || dayOf(wallAt(at, zone)) === dayOf(wallAt(now, zone));
}
