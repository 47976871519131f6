/**
 * Exports a journal as CSV for spreadsheets. A session has a line for each of its zones, or one if it has none; then a line of kind
 * "change" for each change (of zone settings, one for each zone) and a line of kind "alarm" for each alarm, with their own times. A
 * soreness entry has a line for each score; any other entry has one line. The page imports only the JSON format (document.ts).
 */

import { type Moment, wallAt } from '../plan/time/wall-clock.ts';
import type { SetZones } from '../program/program.ts';
import type { Pace } from './document.ts';
import type { Entry, Person, PersonId, SessionEntry } from './entry.ts';
import type { SessionAlarm, SessionChange } from './session-entry.ts';

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
  'set_minutes',
  'on',
  'trim_mmhg',
  'boost_mmhg',
  'boost_s',
  'after_s',
  'finished',
  'score',
  'left_cm',
  'right_cm',
  'text',
  'plan',
  'step',
  'about',
  'id',
  'device',
  'order',
  'program',
  'measured_minutes',
  'source',
  'record',
  'boot_count',
  'counted',
  'clinician',
] as const;

type Row = Readonly<Partial<Record<(typeof columns)[number], string | number | boolean | null>>>;

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** A line for each zone that has settings of its own. */
const settingRows = (set: SetZones | null): readonly Row[] =>
  (['left', 'right'] as const).flatMap((side) =>
    (set?.zones[side] ?? []).map(({ on, trim, boost }, at) => ({
      side,
      part: set?.of[at] ?? null,
      on,
      trim_mmhg: trim,
      boost_mmhg: boost.pressure,
      boost_s: boost.hold,
    })),
  );

function changeRows(change: SessionChange): readonly Row[] {
  const row: Row = { kind: 'change', what: change.kind };
  switch (change.kind) {
    case 'intensity':
      return [{ ...row, intensity_mmhg: change.to }];
    case 'minutes':
      return [{ ...row, set_minutes: change.to }];
    case 'zones': {
      const zones = settingRows(change.to);
      return zones.length === 0 ? [row] : zones.map((zone) => ({ ...zone, ...row }));
    }
    case 'paused':
    case 'resumed':
      return [row];
  }
}

function sessionRows(session: SessionEntry): readonly Row[] {
  const { source } = session;
  const row: Row = {
    what: session.program?.name ?? null,
    minutes: tenth(session.lasted / 60),
    set_minutes: session.minutes,
    intensity_mmhg: session.intensity,
    ended: session.ended,
    simulated: session.simulated,
    alarms: session.alarms.map(({ fault }) => fault).join(' '),
    program: session.program?.id ?? null,
    measured_minutes: tenth(session.measured / 60),
    source: source.kind,
    ...(source.kind === 'boots'
      ? { record: source.record, boot_count: source.bootCount, counted: source.counted }
      : {}),
  };
  const set = new Map(settingRows(session.zonesSet).map((one) => [`${one.side} ${one.part}`, one]));
  const zones = session.zones.map(
    ({ side, part, peak, mean, above30, dose }): Row => ({
      ...row,
      ...set.get(`${side} ${part}`),
      side,
      part,
      peak_mmhg: peak,
      mean_mmhg: mean,
      above_30_s: above30,
      dose_mmhg_min: dose,
    }),
  );
  const later = ({ after }: SessionChange | SessionAlarm, more: Row): Row => ({
    ...more,
    time: wallAt((session.at + after * 1000) as Moment, session.zone),
    simulated: session.simulated,
    after_s: after,
  });
  return [
    ...(zones.length > 0 ? zones : [row]),
    ...session.changes.flatMap((change) => changeRows(change).map((one) => later(change, one))),
    ...session.alarms.map((alarm) => {
      const { kind, fault, side, part } = alarm;
      return later(alarm, { kind: 'alarm', what: `${kind} ${fault}`, side, part });
    }),
  ];
}

function rowsOf(entry: Entry): readonly Row[] {
  switch (entry.kind) {
    case 'session':
      return sessionRows(entry);
    case 'guide':
      return [{ what: entry.guide, minutes: entry.minutes, finished: entry.finished }];
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
      return [{ what: entry.yes.join(' '), clinician: entry.clinician }];
    case 'note':
      return [{ text: entry.text }];
  }
}

/** So many entries are written between two calls of `Pace`. */
const BETWEEN_PAUSES = 50;

function linesOf(entries: readonly Entry[], names: ReadonlyMap<PersonId, string>): string {
  const lines = entries.flatMap((entry) =>
    rowsOf(entry).map(
      (row): Row => ({
        time: wallAt(entry.at, entry.zone),
        kind: entry.kind,
        ...row,
        zone: entry.zone,
        person: names.get(entry.person) ?? null,
        plan: 'step' in entry ? (entry.step?.event ?? null) : null,
        step: 'step' in entry ? (entry.step?.step ?? null) : null,
        about: 'of' in entry ? [entry.of ?? []].flat().join(' ') : null,
        id: entry.id,
        device: entry.device,
        order: entry.order,
      }),
    ),
  );
  return lines.map((row) => `${columns.map((column) => cell(row[column] ?? null)).join(',')}\r\n`).join('');
}

/** @param pace called with the share of the entries that has been written @returns the pieces of the text, for a Blob */
export async function journalCsv(
  entries: readonly Entry[],
  people: readonly Person[],
  pace: Pace = async () => undefined,
): Promise<readonly string[]> {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const pieces = [`${columns.join(',')}\r\n`];
  for (let at = 0; at < entries.length; at += BETWEEN_PAUSES) {
    await pace(at / entries.length);
    pieces.push(linesOf(entries.slice(at, at + BETWEEN_PAUSES), names));
  }
  return pieces;
}
