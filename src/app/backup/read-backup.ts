/**
 * Reads a backup file: returns the whole backup, or the file's problems. Uses nothing of the page, so that backup-worker.ts can run it. A
 * file that holds only a journal, as earlier versions of the app saved it, is read as a backup of that journal alone.
 */

import { type Group, isGroup } from '../../journal/document/group.ts';
import { ProblemList, unknownKeys } from '../../journal/document/journal-problems.ts';
import type { JournalProblem } from '../../journal/document/problem.ts';
import { readText } from '../../journal/document/read-text.ts';
import { type IsTrace, type JournalFile, journalIn, type Pace } from '../../journal/document.ts';
import type { PersonId } from '../../journal/entry.ts';
import { planRows } from '../../plan/stored.ts';
import { readRow } from '../../store/stored-row.ts';
import type { RowFound } from '../../store/table.ts';
import { programRows } from '../device-storage/program-rows.ts';
import {
  type Backup,
  type BackupRow,
  FORMAT,
  journalAlone,
  type RowListName,
  rowListNames,
  VERSION,
} from './backup.ts';
import { backupLocalKeys, backupSettings, MOST_LOCAL_CHARACTERS } from './backup-settings.ts';

export type BackupRead =
  | { readonly ok: true; readonly backup: Backup }
  | { readonly ok: false; readonly problems: readonly JournalProblem[] };

const MOST_ROWS = 5000;

const KEYS = ['format', 'version', 'whose', ...rowListNames, 'local', 'journal'];

type Why = 'damaged' | 'newer' | null;

const whyOf = <Row>(found: Exclude<RowFound<Row>, { kind: 'none' | 'noStorage' }>): Why =>
  found.kind === 'found' ? null : found.row.why;

const checks: Readonly<Record<RowListName, (row: BackupRow) => Why>> = {
  plans: (row) => whyOf(readRow(planRows, row.key, { ...row, keptAt: 0 })),
  programs: (row) => whyOf(readRow(programRows, row.key, { ...row, keptAt: 0 })),
  settings: (row) => {
    const setting = backupSettings.find(({ key }) => key === row.key);
    return setting === undefined ? 'newer' : setting.check(row);
  },
};

const isRow = (value: unknown): value is BackupRow =>
  isGroup(value) &&
  typeof value.key === 'string' &&
  typeof value.version === 'number' &&
  'row' in value &&
  Object.keys(value).length === 3;

function rowsUnder(value: Group, name: RowListName, problems: ProblemList): readonly BackupRow[] {
  const { [name]: list = [] } = value;
  if (!Array.isArray(list)) {
    problems.add({ kind: 'rowUnreadable', path: [name], why: 'damaged' });
    return [];
  }
  if (list.length > MOST_ROWS) {
    problems.add({ kind: 'crowded', entries: list.length, most: MOST_ROWS });
    return [];
  }
  const keys = new Set<string>();
  return list.flatMap((row: unknown, at): readonly BackupRow[] => {
    const why = isRow(row) ? checks[name](row) : 'damaged';
    if (why !== null) problems.add({ kind: 'rowUnreadable', path: [name, at], why });
    if (why !== null || !isRow(row)) return [];
    if (keys.has(row.key)) problems.add({ kind: 'idTwice', path: [name, at] });
    keys.add(row.key);
    return [row];
  });
}

function localUnder({ local = {} }: Group, problems: ProblemList): Backup['local'] {
  const isText = ([key, text]: readonly [string, unknown]): boolean =>
    backupLocalKeys.includes(key) && typeof text === 'string' && text.length <= MOST_LOCAL_CHARACTERS;
  const entries = isGroup(local) ? Object.entries(local) : [['', null] as const];
  for (const [at, entry] of entries.entries()) {
    if (!isText(entry)) problems.add({ kind: 'rowUnreadable', path: ['local', at], why: 'damaged' });
  }
  return Object.fromEntries(entries.filter(isText)) as Backup['local'];
}

/** Adds a problem if the person of `whose`, or of a plan, is not among the people of the journal. */
function checkPeople(
  journal: JournalFile,
  whose: unknown,
  plans: Backup['plans'],
  problems: ProblemList,
): void {
  const people = new Set<unknown>(journal.people.map(({ id }) => id));
  if (whose !== null && !people.has(whose)) problems.add({ kind: 'personUnknown', path: ['whose'] });
  for (const [at, { key }] of plans.entries())
    if (!people.has(key)) problems.add({ kind: 'personUnknown', path: ['plans', at] });
}

/**
 * @param isTrace returns whether bytes are a valid deflated trace @param pace called with the share of the journal that has been read, 0 to
 * 1
 */
export async function readBackup(text: string, isTrace: IsTrace, pace?: Pace): Promise<BackupRead> {
  const json = readText(text);
  if (!json.ok) return json;
  const { value } = json;
  if (!isGroup(value) || value.format !== FORMAT) {
    const read = await journalIn(value, isTrace, pace);
    return read.ok ? { ok: true, backup: journalAlone(read.file) } : read;
  }
  const { version, whose = null } = value;
  if (version !== VERSION) {
    const isNewer = typeof version === 'number' && version > VERSION;
    return {
      ok: false,
      problems: [
        isNewer
          ? { kind: 'versionNewer', version: VERSION, found: version }
          : { kind: 'versionMissing', version: VERSION },
      ],
    };
  }
  const problems = new ProblemList();
  problems.add(...unknownKeys([], value, KEYS));
  const plans = rowsUnder(value, 'plans', problems);
  const programs = rowsUnder(value, 'programs', problems);
  const settings = rowsUnder(value, 'settings', problems);
  const local = localUnder(value, problems);
  const read = await journalIn(value.journal, isTrace, pace);
  if (!read.ok) problems.add(...read.problems);
  else checkPeople(read.file, whose, plans, problems);
  if (!read.ok || problems.all.length > 0) return { ok: false, problems: problems.all };
  return {
    ok: true,
    backup: {
      journal: read.file,
      whose: whose as PersonId | null,
      plans,
      programs,
      settings,
      local,
    },
  };
}
