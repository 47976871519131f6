/** Translates between journal entries and reports of the plan: signs, their ends, soreness, girth. Sessions reach both by themselves. */

import type { Entry, EntryContent } from '../../journal/entry.ts';
import { causesOf, isClearable } from '../../journal/reports.ts';
import { worst } from '../../journal/views/days.ts';
import type { UntimedReport } from '../../plan/reporting.ts';
import { dayOf, type Moment, type TimeZone, wallAt } from '../../plan/time/wall-clock.ts';

/** The report that the plan gets of an entry; null if it gets none. */
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

/** The content of the entry for a report; null if the journal gets none. @param own the person's entries: a clearing names some of them */
export function entryContentOf(telling: UntimedReport, own: readonly Entry[]): EntryContent | null {
  switch (telling.kind) {
    case 'done':
    case 'skipped':
    case 'session':
      return null;
    case 'soreness':
      return { kind: 'soreness', when: 'before', scores: { legs: telling.soreness }, of: null };
    case 'girth':
      return { kind: 'girth', leftCm: telling.leftCm, rightCm: telling.rightCm };
    case 'cleared':
      return { kind: 'cleared', sign: telling.sign, of: causesOf(own, telling.sign) };
    case 'tingling-gone':
      return { kind: 'cleared', sign: 'tingling', of: causesOf(own, 'tingling') };
    default:
      return { kind: 'sign', sign: telling.kind, of: null };
  }
}

/** Whether the plan gets the report: soreness of another day says nothing about today's steps; everything else always counts. */
export function isOfToday({ kind }: EntryContent, at: Moment, now: Moment, zone: TimeZone): boolean {
  return kind !== 'soreness' || dayOf(wallAt(at, zone)) === dayOf(wallAt(now, zone));
}
