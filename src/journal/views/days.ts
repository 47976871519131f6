/** A journal by days and months of the person's zone, whatever the clocks did there. */

import {
  type CalendarDay,
  dayAfter,
  dayOf,
  daysBetween,
  type Moment,
  type WallTime,
  wallAt,
  type Zone,
} from '../../plan/time/wall-clock.ts';
import type { Entry, Scores } from '../entry.ts';

export interface JournalDay {
  readonly day: CalendarDay;
  /** Earliest first. */
  readonly entries: readonly Entry[];
}

export const dayOfEntry = ({ at }: Pick<Entry, 'at'>, zone: Zone): CalendarDay => dayOf(wallAt(at, zone));
export const wallOfEntry = ({ at }: Pick<Entry, 'at'>, zone: Zone): WallTime => wallAt(at, zone);
export const today = (now: Moment, zone: Zone): CalendarDay => dayOf(wallAt(now, zone));

/** Days that have entries, the earliest first. @param entries in order */
export function daysOf(entries: readonly Entry[], zone: Zone): readonly JournalDay[] {
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

/** The weeks that a month's page shows: whole weeks, the days of the neighbours included. @param first weekday that a week begins with */
export function weeksOf(month: Month, first: number): readonly (readonly CalendarDay[])[] {
  const begin = `${month}-01` as CalendarDay;
  const end = dayAfter(`${monthAfter(month, 1)}-01` as CalendarDay, -1);
  const lead = (weekday(begin) - first + 7) % 7;
  const weeks = Math.ceil((lead + daysBetween(begin, end) + 1) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, at) => dayAfter(begin, week * 7 + at - lead)),
  );
}

/** What a calendar shows of a day. */
export interface DayMarks {
  readonly sessions: number;
  readonly guides: number;
  /** The highest of that day; null = none was noted. */
  readonly soreness: number | null;
  /** A sign was reported. */
  readonly sign: boolean;
  readonly notes: number;
}

/** The highest score; null where there is none. */
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
