/** How the store keeps a journal (entries and people have the same form as in files), its traces, and the state of this device. */

import * as v from 'valibot';
import { VERSION } from './document/format.ts';
import { idOf } from './document/parts.ts';
import { entrySchema, entryWritten, personSchema } from './document/schema.ts';
import { entryUpgrades } from './document/upgrades.ts';
import type { DeviceId, Entry, EntryId, PersonId } from './entry.ts';

/** For example "2026-11-29T12:10:00.000Z 3f…". Keys begin with the time, because the store returns rows in the order of their keys. */
export const entryKey = ({ at, id }: Pick<Entry, 'at' | 'id'>): string =>
  `${new Date(at).toISOString()} ${id}`;

export const entryRows = {
  table: 'journal',
  version: VERSION,
  schema: entrySchema,
  stored: entryWritten,
  upgrades: entryUpgrades,
} as const;

/** Deflated traces, in a table of their own, so that opening a journal does not load them. The key is the id of the session. */
export const traceRows = {
  table: 'traces',
  version: 1,
  schema: v.custom<Uint8Array<ArrayBuffer>>(
    (value) => value instanceof Uint8Array && value.buffer instanceof ArrayBuffer,
  ),
} as const;

export const personRows = { table: 'people', version: 1, schema: personSchema } as const;

export interface DeviceState {
  readonly device: DeviceId;
  readonly person: PersonId;
  /** The last sequence number that an entry of this device took; 0 = none yet. */
  readonly order: number;
}

export const deviceStateValue = {
  table: 'settings',
  key: 'journal-desk',
  version: 1,
  schema: v.strictObject({
    device: idOf<DeviceId>(),
    person: idOf<PersonId>(),
    order: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
} as const;

/** @param random in [0, 1) @returns 24 random digits in base 36: practically no two ids are the same */
export const newId = <Id extends EntryId | PersonId | DeviceId>(random: () => number): Id =>
  Array.from({ length: 24 }, () => Math.floor(random() * 36).toString(36)).join('') as Id;
