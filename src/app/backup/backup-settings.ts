/**
 * The settings that a backup holds. What is set on a device stays when a backup is restored on it; lists are joined. A setting that is not
 * here is not backed up: whose device it is, and the session that runs.
 */

import { measuredSessions } from '../../diagnosis/earlier-sessions.ts';
import type { PersonId } from '../../journal/entry.ts';
import type { Put, Store } from '../../store/store.ts';
import { readRow } from '../../store/stored-row.ts';
import type { Unreadable, ValueFormat } from '../../store/table.ts';
import { deskValue } from '../desk/desk-value.ts';
import { draftsValue } from '../device-storage/editor-drafts.ts';
import { favouritesValue } from '../device-storage/favourites.ts';
import { knownBootsValue } from '../device-storage/known-boots.ts';
import {
  CONTRAST_KEY,
  LANGUAGE_KEY,
  LAST_SESSION_KEY,
  LIMITS_KEY,
  MOTION_KEY,
  THEME_KEY,
} from '../device-storage/local-keys.ts';
import { guideCuesValue, lastRunValue, pressureUnitValue } from '../device-storage/settings.ts';
import { rescreeningValue } from '../journal/rescreening.ts';
import type { BackupRow } from './backup.ts';

/** Keys of localStorage. Whoever reads one checks it anew each time. */
export const backupLocalKeys: readonly string[] = [
  THEME_KEY,
  CONTRAST_KEY,
  MOTION_KEY,
  LANGUAGE_KEY,
  LIMITS_KEY,
  LAST_SESSION_KEY,
];
/** Longest text under one of them, characters: the last session has some 200. */
export const MOST_LOCAL = 1000;

/** For each person of the backup, the id of that person here. */
export type PeopleHere = ReadonlyMap<PersonId, PersonId>;

export interface SettingInBackup {
  readonly key: string;
  /** The value of this device; null if it has none. */
  gather(store: Store): Promise<BackupRow | null>;
  /** Why the row cannot be read; null if it can. */
  check(row: BackupRow): Unreadable['why'] | null;
  /** What writes it; null if this device has it already. The row must have passed `check`. */
  restore(store: Store, row: BackupRow, people: PeopleHere): Promise<((put: Put) => Promise<void>) | null>;
}

interface Joining<V> {
  /** The setting once both are joined. Unless given, what is here stays. */
  readonly join?: (here: V, theirs: V) => V;
  /** The setting with the people of this device. */
  readonly of?: (theirs: V, people: PeopleHere) => V;
}

function setting<V>(format: ValueFormat<V>, { join, of }: Joining<V> = {}): SettingInBackup {
  const { key, version, stored } = format;
  const written = (value: V): unknown => stored?.(value) ?? value;
  const read = (row: BackupRow) => readRow(format, key, { ...row, keptAt: 0 });
  return {
    key,
    gather: async (store) => {
      const found = await store.value(format).get();
      return found.kind === 'found' ? { key, version, row: written(found.row) } : null;
    },
    check: (row) => {
      const found = read(row);
      return found.kind === 'found' ? null : found.row.why;
    },
    restore: async (store, row, people) => {
      const found = read(row);
      if (found.kind !== 'found') throw new Error(`${key} cannot be read`);
      const theirs = of?.(found.row, people) ?? found.row;
      const here = await store.value(format).get();
      const next = here.kind === 'found' ? (join?.(here.row, theirs) ?? here.row) : theirs;
      const isHere = here.kind === 'found' && JSON.stringify(here.row) === JSON.stringify(next);
      return isHere ? null : (put) => put(format, key, next);
    },
  };
}

/** The first list, then what only the second has. */
const joined = <One>(
  here: readonly One[],
  theirs: readonly One[],
  id = (one: One): unknown => one,
): One[] => {
  const known = new Set(here.map(id));
  return [...here, ...theirs.filter((one) => !known.has(id(one)))];
};

/** No list of programs may be longer (device-storage/favourites.ts, device-storage/editor-drafts.ts). */
const [MOST_PROGRAMS, MOST_DRAFTS] = [30, 20];

export const backupSettings: readonly SettingInBackup[] = [
  setting(pressureUnitValue),
  setting(lastRunValue),
  setting(guideCuesValue),
  setting(deskValue),
  setting(knownBootsValue),
  setting(measuredSessions),
  setting(favouritesValue, {
    join: (here, theirs) => ({
      favourites: joined(here.favourites, theirs.favourites).slice(0, MOST_PROGRAMS),
      recent: joined(here.recent, theirs.recent).slice(0, MOST_PROGRAMS),
    }),
  }),
  setting(draftsValue, {
    join: (here, theirs) => joined(here, theirs, ({ at }) => at).slice(0, MOST_DRAFTS),
  }),
  setting(rescreeningValue, {
    join: (here, theirs) => joined(here, theirs),
    of: (theirs, people) => theirs.map((person) => people.get(person) ?? person),
  }),
];
