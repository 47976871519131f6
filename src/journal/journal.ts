/**
 * A journal: entries in order, each id once, and doubts about their times. A change returns another journal and leaves the given one as it
 * is.
 */

import type { Entry, EntryId } from './entry.ts';

export interface Journal {
  /** Earliest first. */
  readonly entries: readonly Entry[];
  readonly byId: ReadonlyMap<EntryId, Entry>;
}

export const emptyJournal: Journal = { entries: [], byId: new Map() };

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Orders entries by time, and entries of equal time by device, sequence number and id. */
export const compareEntries = (one: Entry, other: Entry): number =>
  one.at - other.at ||
  compareText(one.device, other.device) ||
  one.order - other.order ||
  compareText(one.id, other.id);

export interface Added {
  readonly journal: Journal;
  readonly added: readonly Entry[];
  readonly known: number;
}

export function withEntries(journal: Journal, entries: Iterable<Entry>): Added {
  const byId = new Map(journal.byId);
  const added: Entry[] = [];
  let known = 0;
  for (const entry of entries) {
    if (byId.has(entry.id)) {
      known += 1;
    } else {
      byId.set(entry.id, entry);
      added.push(entry);
    }
  }
  if (added.length === 0) return { journal, added, known };
  const last = journal.entries.at(-1);
  added.sort(compareEntries);
  const [first] = added;
  const all = [...journal.entries, ...added];
  // New entries are usually later than the old ones, and then the list needs no sorting.
  if (last !== undefined && first !== undefined && compareEntries(last, first) > 0) all.sort(compareEntries);
  return { journal: { entries: all, byId }, added, known };
}

export function withoutEntries(journal: Journal, ids: Iterable<EntryId>): Journal {
  const gone = new Set([...ids].filter((id) => journal.byId.has(id)));
  if (gone.size === 0) return journal;
  const entries = journal.entries.filter(({ id }) => !gone.has(id));
  return { entries, byId: new Map(entries.map((entry) => [entry.id, entry])) };
}

export const journalOf = (entries: Iterable<Entry>): Journal => withEntries(emptyJournal, entries).journal;

/** Why an entry's time is in doubt. `ahead`: it is in the future. `back`: its device wrote an entry with a later time before this one. */
export type ClockDoubt = 'ahead' | 'back';

/** Largest correction of a clock in normal use, ms. A smaller difference raises no doubt. */
const CLOCK_TOLERANCE = 2 * 60_000;

/**
 * Finds the entries whose time cannot be right, because the device's clock was wrong when it wrote them, or is wrong now. A session is put
 * in relation to the device's other entries by its end, because its entry is written then.
 */
export function clockDoubts({ entries }: Journal, now: number): ReadonlyMap<EntryId, ClockDoubt> {
  const doubts = new Map<EntryId, ClockDoubt>();
  const byDevice = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.at > now + CLOCK_TOLERANCE) doubts.set(entry.id, 'ahead');
    const of = byDevice.get(entry.device);
    if (of) of.push(entry);
    else byDevice.set(entry.device, [entry]);
  }
  for (const of of byDevice.values()) {
    of.sort((one, other) => one.order - other.order);
    let latest = Number.NEGATIVE_INFINITY;
    for (const entry of of) {
      const noted = notedAt(entry);
      if (noted < latest - CLOCK_TOLERANCE && !doubts.has(entry.id)) doubts.set(entry.id, 'back');
      latest = Math.max(latest, doubts.get(entry.id) === 'ahead' ? Number.NEGATIVE_INFINITY : noted);
    }
  }
  return doubts;
}

/** The earliest time at which the entry can have been written, ms since 1970. For a session, that is its end. */
export const notedAt = (entry: Entry): number =>
  entry.kind === 'session' ? entry.at + entry.lasted * 1000 : entry.at;
