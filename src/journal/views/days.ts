/** Groups a journal by calendar day in the person's time zone, and lays out months for the calendar. */

import {
  type CalendarDay,
  dayAfter,
  dayOf,
  daysBetween,
  type Moment,
  type TimeZone,
  type WallTime,
  wallAt,
} from '../../plan/time/wall-clock.ts';
import type { Entry, Scores } from '../entry.ts';

export interface JournalDay {
  readonly day: CalendarDay;
  /** Earliest first. */
  readonly entries: readonly Entry[];
}

export const dayOfEntry = ({ at }: Pick<Entry, 'at'>, zone: TimeZone): CalendarDay => dayOf(wallAt(at, zone));
export const wallOfEntry = ({ at }: Pick<Entry, 'at'>, zone: TimeZone): WallTime => wallAt(at, zone);
export const today = (now: Moment, zone: TimeZone): CalendarDay => dayOf(wallAt(now, zone));

/** The days that have entries, earliest first. @param entries by time */
export function daysOf(entries: readonly Entry[], zone: TimeZone): readonly JournalDay[] {
  const days: { day: CalendarDay; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const day = dayOfEntry(entry, zone);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

/** "2026-11" */
export type Month = string;
export const monthOf = (day: CalendarDay): Month => day.slice(0, 7);

/** @param months negative = earlier */
export function monthAfter(month: Month, months: number): Month {
  const [year = 0, of = 1] = month.split('-').map(Number);
  const index = year * 12 + of - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Monday = 1 to Sunday = 7. 1 January 2001 was a Monday. */
export function weekday(day: CalendarDay): number {
  const since = daysBetween('2001-01-01' as CalendarDay, day);
  return (((since % 7) + 7) % 7) + 1;
}

/** The whole weeks that contain a month, with days of the neighbouring months. @param first weekday on which a week begins, Monday = 1 */
export function weeksOf(month: Month, first: number): readonly (readonly CalendarDay[])[] {
  const begin = `${month}-01` as CalendarDay;
  const end = dayAfter(`${monthAfter(month, 1)}-01` as CalendarDay, -1);
  const lead = (weekday(begin) - first + 7) % 7;
  const weeks = Math.ceil((lead + daysBetween(begin, end) + 1) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, at) => dayAfter(begin, week * 7 + at - lead)),
  );
}

export interface DayMarks {
  readonly sessions: number;
  readonly guides: number;
  /** The highest score of the day, 0 to 10; null = none was entered. */
  readonly soreness: number | null;
  readonly sign: boolean;
  readonly notes: number;
}

/** The highest score; null if there is none. */
export function worst(scores: Scores): number | null {
  const values = Object.values(scores);
  return values.length === 0 ? null : Math.max(...values);
}

export function marksOf({ entries }: Pick<JournalDay, 'entries'>): DayMarks {
  const count = (kind: Entry['kind']): number => entries.filter((entry) => entry.kind === kind).length;
  const sore = entries.flatMap((entry) => (entry.kind === 'soreness' ? [worst(entry.scores) ?? 0] : []));
  return {
    sessions: count('session'),
    guides: count('guide'),
    soreness: sore.length === 0 ? null : Math.max(...sore),
    sign: count('sign') > 0,
    notes: count('note'),
  };
}
