/** Searches a journal by person, kind of entry, day, alarms and words. */

import type { CalendarDay, TimeZone } from '../../plan/time/wall-clock.ts';
import type { Entry, EntryKind, PersonId } from '../entry.ts';
import { dayOfEntry } from './days.ts';

export interface EntryFilter {
  /** Null = everybody. */
  readonly person: PersonId | null;
  /** Empty = every kind. */
  readonly kinds: readonly EntryKind[];
  /** First and last day, both included; null = no limit. */
  readonly from: CalendarDay | null;
  readonly to: CalendarDay | null;
  readonly alarms: boolean;
  /** Every word of this text must occur in the texts of an entry (a note, a program's name, a guide's id) or in the name of its kind. */
  readonly text: string;
}

export const everyEntry: EntryFilter = {
  person: null,
  kinds: [],
  from: null,
  to: null,
  alarms: false,
  text: '',
};

/** In lower case and without accents, so that "mude" finds "Müde". */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function textsOf(entry: Entry): readonly string[] {
  switch (entry.kind) {
    case 'session':
      return entry.program === null ? [] : [entry.program.name];
    case 'guide':
      return [entry.guide];
    case 'note':
      return [entry.text];
    default:
      return [];
  }
}

/** @param named returns the name of an entry's kind in the user's language, so that "soreness" finds soreness entries */
export function found(
  entries: readonly Entry[],
  wanted: EntryFilter,
  zone: TimeZone,
  named: (entry: Entry) => string = () => '',
): readonly Entry[] {
  const { person, kinds, from, to, alarms } = wanted;
  const words = folded(wanted.text).split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    if (person !== null && entry.person !== person) return false;
    if (kinds.length > 0 && !kinds.includes(entry.kind)) return false;
    if (alarms && !(entry.kind === 'session' && entry.alarms.length > 0)) return false;
    if (from !== null || to !== null) {
      const day = dayOfEntry(entry, zone);
      if ((from !== null && day < from) || (to !== null && day > to)) return false;
    }
    if (words.length === 0) return true;
    const text = folded([...textsOf(entry), named(entry)].join(' '));
    return words.every((word) => text.includes(word));
  });
}
