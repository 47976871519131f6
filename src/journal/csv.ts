/**
 * Exports a journal as CSV for spreadsheets. A session has a line for each of its zones, or one if it has none; a soreness entry has one
 * for each score; any other entry has one line. The page imports only the JSON format (document.ts).
 */

import { wallAt } from '../plan/time/wall-clock.ts';
import type { Entry, Person, SessionEntry } from './entry.ts';

/** A cell as RFC 4180 writes it; null = empty. An apostrophe comes before text that a spreadsheet would run as a formula. */
function cell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const columns = [
  'time',
  'zone',
  'person',
  'kind',
  'what',
  'minutes',
  'intensity_mmhg',
  'ended',
  'simulated',
  'alarms',
  'side',
  'part',
  'peak_mmhg',
  'mean_mmhg',
  'above_30_s',
  'dose_mmhg_min',
  'score',
  'left_cm',
  'right_cm',
  'text',
  'plan',
  'step',
  'id',
] as const;

type Row = Readonly<Partial<Record<(typeof columns)[number], string | number | boolean | null>>>;

const tenth = (value: number): number => Math.round(value * 10) / 10;

function sessionRows(session: SessionEntry): readonly Row[] {
  const row: Row = {
    what: session.program?.name ?? null,
    minutes: tenth(session.lasted / 60),
    intensity_mmhg: session.intensity,
    ended: session.ended,
    simulated: session.simulated,
    alarms: session.alarms.map(({ fault }) => fault).join(' '),
  };
  if (session.zones.length === 0) return [row];
  return session.zones.map(({ side, part, peak, mean, above30, dose }) => ({
    ...row,
    side,
    part,
    peak_mmhg: peak,
    mean_mmhg: mean,
    above_30_s: above30,
    dose_mmhg_min: dose,
  }));
}

function rowsOf(entry: Entry): readonly Row[] {
  switch (entry.kind) {
    case 'session':
      return sessionRows(entry);
    case 'guide':
      return [{ what: entry.guide, minutes: entry.minutes }];
    case 'soreness':
      return Object.entries(entry.scores).map(([muscle, score]) => ({
        what: `${entry.when} ${muscle}`,
        score,
      }));
    case 'readiness':
      return [{ score: entry.score }];
    case 'girth':
      return [{ left_cm: entry.leftCm, right_cm: entry.rightCm }];
    case 'sign':
    case 'cleared':
      return [{ what: entry.sign }];
    case 'screening':
      return [{ what: entry.yes.join(' ') }];
    case 'note':
      return [{ text: entry.text }];
  }
}

export function journalCsv(entries: readonly Entry[], people: readonly Person[]): string {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const lines = entries.flatMap((entry) =>
    rowsOf(entry).map(
      (row): Row => ({
        ...row,
        time: wallAt(entry.at, entry.zone),
        zone: entry.zone,
        person: names.get(entry.person) ?? null,
        kind: entry.kind,
        plan: 'step' in entry ? (entry.step?.event ?? null) : null,
        step: 'step' in entry ? (entry.step?.step ?? null) : null,
        id: entry.id,
      }),
    ),
  );
  const written = lines.map((row) => columns.map((column) => cell(row[column] ?? null)).join(','));
  return `${[columns.join(','), ...written].join('\r\n')}\r\n`;
}
