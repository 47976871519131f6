/**
 * The settings that a backup holds. Restoring one changes no setting that the device has already, except that favourites, recent programs, drafts
 * and requested screenings are merged. A backup leaves out what concerns this device alone: its own state and the running session.
 */

import { measuredSessions } from '../../diagnosis/earlier-sessions.ts';
import type { PersonId } from '../../journal/entry.ts';
import type { Put, Store } from '../../store/store.ts';
import { readRow } from '../../store/stored-row.ts';
import type { Unreadable, ValueFormat } from '../../store/table.ts';
import { deskValue } from '../desk/desk-value.ts';
import { draftsValue, MOST_DRAFTS } from '../device-storage/editor-drafts.ts';
import { favouritesValue, MOST_PROGRAMS } from '../device-storage/favourites.ts';
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
import { swappedBootsValue } from '../session/swapped-boots.ts';
import type { BackupRow } from './backup.ts';

/** Keys in localStorage whose texts a backup holds. The code that uses a text checks it each time, so a backup need not. */
export const backupLocalKeys: readonly string[] = [
  THEME_KEY,
  CONTRAST_KEY,
  MOTION_KEY,
  LANGUAGE_KEY,
  LIMITS_KEY,
  LAST_SESSION_KEY,
];
/** Longest text under one of these keys. The longest in use, the last session, has about 200 characters. */
export const MOST_LOCAL_CHARACTERS = 1000;

/** For each person in the backup, the id of that person on this device. */
export type LocalPersonIds = ReadonlyMap<PersonId, PersonId>;

export interface SettingInBackup {
  readonly key: string;
  /** Returns this device's value; null if it has none that can be read. */
  gather(store: Store): Promise<BackupRow | null>;
  /** Returns whether this device has a value that cannot be read. */
  isUnreadable(store: Store): Promise<boolean>;
  /** Returns why the row cannot be read; null if it can. */
  check(row: BackupRow): Unreadable['why'] | null;
  /** Returns a function that writes the setting; null if this device's value stays as it is. The row must have passed `check`. */
  restore(
    store: Store,
    row: BackupRow,
    people: LocalPersonIds,
  ): Promise<((put: Put) => Promise<void>) | null>;
}

interface Merging<V> {
  /** Merges this device's value with the backup's. Without this function, this device's value stays. */
  readonly join?: (here: V, theirs: V) => V;
  /** Replaces people's ids in the backup's value with those that they have on this device. */
  readonly withLocalPeople?: (theirs: V, people: LocalPersonIds) => V;
}

function setting<V>(format: ValueFormat<V>, { join, withLocalPeople }: Merging<V> = {}): SettingInBackup {
  const { key, version, stored } = format;
  const written = (value: V): unknown => stored?.(value) ?? value;
  const read = (row: BackupRow) => readRow(format, key, { ...row, keptAt: 0 });
  return {
    key,
    gather: async (store) => {
      const found = await store.value(format).get();
      return found.kind === 'found' ? { key, version, row: written(found.row) } : null;
    },
    isUnreadable: async (store) => (await store.value(format).get()).kind === 'unreadable',
    check: (row) => {
      const found = read(row);
      return found.kind === 'found' ? null : found.row.why;
    },
    restore: async (store, row, people) => {
      const found = read(row);
      if (found.kind !== 'found') throw new Error(`${key} cannot be read`);
      const theirs = withLocalPeople?.(found.row, people) ?? found.row;
      const here = await store.value(format).get();
      const next = here.kind === 'found' ? (join?.(here.row, theirs) ?? here.row) : theirs;
      const isHere = here.kind === 'found' && JSON.stringify(here.row) === JSON.stringify(next);
      return isHere ? null : (put) => put(format, key, next);
    },
  };
}

/** Returns the first list, then the items that only the second has. */
const joined = <One>(
  here: readonly One[],
  theirs: readonly One[],
  id = (one: One): unknown => one,
): One[] => {
  const known = new Set(here.map(id));
  return [...here, ...theirs.filter((one) => !known.has(id(one)))];
};

export const backupSettings: readonly SettingInBackup[] = [
  setting(pressureUnitValue),
  setting(lastRunValue),
  setting(guideCuesValue),
  setting(deskValue),
  setting(knownBootsValue),
  setting(swappedBootsValue),
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
    withLocalPeople: (theirs, people) => theirs.map((person) => people.get(person) ?? person),
  }),
];
