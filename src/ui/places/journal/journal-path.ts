/** The addresses of the journal's parts, such as "#journal/2026-11", "#journal/2026-11-29", "#journal/session/…", "#journal/trends". */

import type { EntryId } from '../../../journal/entry.ts';
import type { Month } from '../../../journal/views/days.ts';
import { type CalendarDay, readWallTime } from '../../../plan/time/wall-clock.ts';
import { addressOf } from '../place.ts';

export type JournalPart =
  /** Null = the current month. */
  | { readonly kind: 'month'; readonly month: Month | null }
  | { readonly kind: 'day'; readonly day: CalendarDay }
  | { readonly kind: 'session'; readonly id: EntryId }
  | { readonly kind: 'find' | 'trends' | 'keep' };

const isDay = (text: string): text is CalendarDay => readWallTime(`${text}T00:00`) !== null;

/** The part that a path names; the current month if it names none. */
export function partAt([first = '', second = '']: readonly string[]): JournalPart {
  if (first === 'find' || first === 'trends' || first === 'keep') return { kind: first };
  if (first === 'session' && second !== '') return { kind: 'session', id: second as EntryId };
  if (isDay(first)) return { kind: 'day', day: first };
  return { kind: 'month', month: isDay(`${first}-01`) ? first : null };
}

const to = (...path: readonly string[]): string => addressOf({ name: 'journal', path });

export const linkToMonth = (month: Month): string => to(month);
export const linkToDay = (day: CalendarDay): string => to(day);
export const linkToSession = (id: EntryId): string => to('session', id);
export const linkToPart = (part: 'month' | 'find' | 'trends' | 'keep'): string =>
  part === 'month' ? to() : to(part);
