/** Simulated devices that hold what several people have made, for tests of backups. */

import { filter, firstValueFrom } from 'rxjs';
import { onTestFinished } from 'vitest';
import { backupText } from '../../../../src/app/backup/backup-text.ts';
import { type BackupSources, gatherBackup } from '../../../../src/app/backup/gather-backup.ts';
import { type BackupRead, readBackup } from '../../../../src/app/backup/read-backup.ts';
import { type Restoring, restoreBackup } from '../../../../src/app/backup/restore-backup.ts';
import { draftsValue } from '../../../../src/app/device-storage/editor-drafts.ts';
import { favouritesValue } from '../../../../src/app/device-storage/favourites.ts';
import type { LocalStorage } from '../../../../src/app/device-storage/local-storage.ts';
import { programRows } from '../../../../src/app/device-storage/program-rows.ts';
import { pressureUnitValue } from '../../../../src/app/device-storage/settings.ts';
import { JournalKeeper, type JournalState } from '../../../../src/app/journal/journal-keeper.ts';
import { rescreeningValue } from '../../../../src/app/journal/rescreening.ts';
import type { PersonId } from '../../../../src/journal/entry.ts';
import { planRows } from '../../../../src/plan/stored.ts';
import { documentText, readDocument } from '../../../../src/program/document.ts';
import { trail } from '../../../../src/program/presets/trail.ts';
import type { Program } from '../../../../src/program/program.ts';
import { ben, berlin, entry, moment, session, sign } from '../../journal/entries.ts';
import { requestFor } from '../../plan/request-for.ts';
import { type Device, device } from '../../store/tabs.ts';

const now = moment('2026-12-01T10:00');

export interface OfTest extends BackupSources {
  readonly phone: Device;
  readonly keeper: JournalKeeper;
  readonly texts: Record<string, string>;
}

export const localOf = (texts: Record<string, string>): LocalStorage => ({
  getItem: (key) => texts[key] ?? null,
  setItem: (key, text) => {
    texts[key] = text;
  },
  removeItem: (key) => {
    delete texts[key];
  },
});

export async function visit(phone: Device = device(), texts: Record<string, string> = {}): Promise<OfTest> {
  const store = phone.tab();
  const keeper = await JournalKeeper.open({ store, now: () => now, zone: () => berlin, random: Math.random });
  onTestFinished(() => keeper.close());
  return { phone, keeper, store, texts, local: localOf(texts) };
}

export function ownProgram(name: string): Program {
  const read = readDocument(documentText({ ...trail, name }));
  if (!read.ok) throw new Error('no program');
  return read.program;
}

export const marathon = { request: requestFor('marathon'), person: requestFor('marathon').person };

const shows = (keeper: JournalKeeper, what: (state: JournalState) => boolean): Promise<JournalState> =>
  firstValueFrom(keeper.state.pipe(filter(what)));

/** A device that Anna uses now and Ben used before: journals, a trace, a plan, programs, screening answers, a lock and settings. */
async function used(): Promise<OfTest> {
  const of = await visit();
  const { keeper, store, texts } = of;
  const me = keeper.state.value.deviceState.person;
  await keeper.keepPerson({ id: me, name: 'Anna' });
  await keeper.keepPerson({ id: ben, name: 'Ben' });
  const own = { person: me };
  const run = session('2026-11-30T10:00', {}, own);
  await keeper.keepSession(run, new Uint8Array([1, 2, 3]));
  await keeper.keep(
    entry<'screening'>('2026-11-30T09:00', { kind: 'screening', yes: ['pregnant'], clinician: true }, own),
  );
  await keeper.keep(sign('2026-11-30T11:00', 'tingling', own));
  await keeper.keep(
    entry<'note'>('2026-11-30T12:00', { kind: 'note', text: 'Of Ben', of: null }, { person: ben }),
  );
  await store.table(planRows).put(me, marathon);
  for (const name of ['First', 'Second'])
    await store.table(programRows).put(ownProgram(name).id, ownProgram(name));
  await store.value(pressureUnitValue).put('kPa');
  await store.value(favouritesValue).put({ favourites: ['trail'], recent: ['trail', 'wave'] });
  await store.value(draftsValue).put([{ at: 'new', draft: { ...trail, name: '' } }]);
  await store.value(rescreeningValue).put([ben]);
  texts['heartward.theme'] = 'dark';
  texts['heartward.limits'] = '{"highest":50,"alone":null}';
  // Backups leave out this key.
  texts['heartward.session-over'] = '7';
  await shows(keeper, ({ journal, people }) => journal.entries.length === 4 && people.length === 2);
  return of;
}

/**
 * The backup of a used device, and what the device held. Closes the page on that device before the test opens another device: the databases
 * of both have the same name, and Dexie tells databases apart by name alone.
 */
export async function backedUp() {
  const of = await used();
  const before = await kept(of);
  const text = await textOf(of);
  const { journal, people } = of.keeper.state.value;
  of.keeper.close();
  of.store.close();
  return { phone: of.phone, texts: of.texts, before, text, entries: journal.entries, people };
}

export const textOf = async (of: BackupSources): Promise<string> =>
  (await backupText((await gatherBackup(of)).backup, async () => undefined)).join('');

export const read = (text: string): Promise<BackupRead> => readBackup(text, async () => true);

export async function restored(of: BackupSources, text: string): Promise<Restoring> {
  const found = await read(text);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return restoreBackup(of, found.backup);
}

/** The rows of the tables that a backup covers, without the times at which they were stored. */
export async function kept({ phone, texts }: OfTest) {
  const rows = async (table: Parameters<Device['raw']>[0]) =>
    ((await phone.raw(table)) as readonly { readonly key: string; readonly row: unknown }[]).map(
      ({ key, row }) => ({ key, row }),
    );
  return {
    people: await rows('people'),
    journal: await rows('journal'),
    traces: await rows('traces'),
    plans: await rows('plans'),
    programs: await rows('programs'),
    settings: (await rows('settings')).filter(({ key }) => key !== 'journal-desk'),
    texts: { ...texts },
  };
}

export const named = (keeper: JournalKeeper, name: string): PersonId | undefined =>
  keeper.state.value.people.find((person) => person.name === name)?.id;
