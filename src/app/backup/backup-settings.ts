/**
 * The settings that a backup holds. Restoring a backup keeps each value that this device has and can read, or merges the two values where
 * `backupSettings` has a `join`. A backup leaves out what belongs to this device alone, such as the running session.
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
  KEYS_KEY,
  LANGUAGE_KEY,
  LAST_SESSION_KEY,
  LIMITS_KEY,
  MOTION_KEY,
  THEME_KEY,
} from '../device-storage/local-keys.ts';
import {
  guideCuesValue,
  lastRunValue,
  pressureUnitValue,
  remindersValue,
} from '../device-storage/settings.ts';
import { rescreeningValue } from '../journal/rescreening.ts';
import { swappedBootsValue } from '../session/swapped-boots.ts';
import type { BackupRow } from './backup.ts';

/**
 * localStorage keys whose texts a backup holds. Reading a backup checks only that a text is not too long; the code that uses the text
 * checks the rest.
 */
export const backupLocalKeys: readonly string[] = [
  THEME_KEY,
  CONTRAST_KEY,
  MOTION_KEY,
  KEYS_KEY,
  LANGUAGE_KEY,
  LIMITS_KEY,
  LAST_SESSION_KEY,
];
export const MOST_LOCAL_CHARACTERS = 1000;

/** Maps the id of a person in the backup to the id of that person on this device. A person who is not in the map keeps their id. */
export type LocalPersonIds = ReadonlyMap<PersonId, PersonId>;

export interface SettingInBackup {
  readonly key: string;
  gather(store: Store): Promise<BackupRow | null>;
  isUnreadable(store: Store): Promise<boolean>;
  check(row: BackupRow): Unreadable['why'] | null;
  /** Returns a function that writes the setting; null if this device's value stays as it is. The row must have passed `check`. */
  restore(
    store: Store,
    row: BackupRow,
    people: LocalPersonIds,
  ): Promise<((put: Put) => Promise<void>) | null>;
}

interface Merging<V> {
  /** Merges this device's value (`here`) with the backup's. Without `join`, a value of this device that can be read stays. */
  readonly join?: (here: V, theirs: V) => V;
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
  setting(remindersValue),
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
