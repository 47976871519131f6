/**
 * The page reads rows as an earlier page stored them: plans, programs, people, entries, sessions and settings. The fixture holds what a page
 * wrote, so it must not be changed; a new form of a row gets a new fixture.
 */

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { deskValue } from '../../../src/app/desk/desk-value.ts';
import { draftsValue } from '../../../src/app/device-storage/editor-drafts.ts';
import { favouritesValue } from '../../../src/app/device-storage/favourites.ts';
import { knownBootsValue } from '../../../src/app/device-storage/known-boots.ts';
import { programRows } from '../../../src/app/device-storage/program-rows.ts';
import { runningSession } from '../../../src/app/device-storage/session/running-session.ts';
import {
  guideCuesValue,
  lastRunValue,
  pressureUnitValue,
  remindersValue,
} from '../../../src/app/device-storage/settings.ts';
import { rescreeningValue } from '../../../src/app/journal/rescreening.ts';
import { draftRows } from '../../../src/app/journal/session-drafts.ts';
import { swappedBootsValue } from '../../../src/app/session/swapped-boots.ts';
import { measuredSessions } from '../../../src/diagnosis/earlier-sessions.ts';
import { deviceStateValue, entryRows, personRows } from '../../../src/journal/stored.ts';
import { planRows } from '../../../src/plan/stored.ts';
import type { RowFormat, TableName, ValueFormat } from '../../../src/store/table.ts';
import { device } from './tabs.ts';

const known = <Row>(format: RowFormat<Row>): RowFormat<unknown> => format as RowFormat<unknown>;
const setting = <Value>(value: ValueFormat<Value>) => ({ [value.key]: known(value) });

const formats: Readonly<Record<string, RowFormat<unknown>>> = {
  person: known(personRows),
  plan: known(planRows),
  program: known(programRows),
  entry: known(entryRows),
  draft: known(draftRows),
  'running session': known(runningSession),
  ...setting(deskValue),
  ...setting(draftsValue),
  ...setting(favouritesValue),
  ...setting(knownBootsValue),
  ...setting(guideCuesValue),
  ...setting(lastRunValue),
  ...setting(pressureUnitValue),
  ...setting(remindersValue),
  ...setting(rescreeningValue),
  ...setting(swappedBootsValue),
  ...setting(measuredSessions),
  ...setting(deviceStateValue),
};

interface FixtureRow {
  readonly of: string;
  readonly table: TableName;
  readonly stored: {
    readonly key: string;
    readonly version: number;
    readonly keptAt: number;
    readonly row: unknown;
  };
}

/** JSON has no maps, so the fixture has a map as its list of pairs, under the key `map`. */
const revived = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'map' in value && Array.isArray(value.map)
    ? new Map(value.map)
    : value;

const fixture: readonly FixtureRow[] = readFileSync(
  new URL('./fixtures/page-rows-v1.ndjson', import.meta.url),
  'utf8',
)
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line, revived));

it('the fixture has a row of every format', () => {
  expect([...new Set(fixture.map(({ of }) => of))].sort()).toEqual(Object.keys(formats).sort());
});

it.each(fixture)('a stored $of is read, and written as it was', async ({ of, table, stored }) => {
  const phone = device();
  await phone.write(table, stored);
  const format = formats[of];
  if (format === undefined) throw new Error(`no format: ${of}`);
  expect(format.table).toBe(table);
  const rows = phone.tab().table(format);
  expect(await rows.read()).toMatchObject({ kind: 'read', unreadable: [] });
  const found = await rows.get(stored.key);
  expect(found).toMatchObject({ kind: 'found', keptAt: stored.keptAt });
  if (found.kind !== 'found') return;
  if (format.version > stored.version) return;
  expect(await rows.put(stored.key, found.row)).toEqual({ kind: 'kept' });
  expect(await phone.raw(table)).toEqual([stored]);
});
