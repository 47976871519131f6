/**
 * The schemas of entries and people in files and in the store. A rule's message names what the format expects there (expected.ts). Times
 * are in UTC, "2026-11-29T12:10:00.000Z"; the time zone is a field of its own.
 */

import * as v from 'valibot';
import { bareReports, clearable } from '../../plan/plan-request.ts';
import { type Moment, readZone, type TimeZone } from '../../plan/time/wall-clock.ts';
import {
  type DeviceId,
  type Entry,
  type EntryId,
  type NotedSign,
  type PersonId,
  type ScreeningContent,
  type SoreMuscle,
  soreMuscles,
  soreTimes,
} from '../entry.ts';
import type { ExpectedName } from './expected.ts';
import { MOST_NAME, MOST_NOTE } from './format.ts';
import { bool, figure, idOf, list, perhaps, stepOfPlan, strict } from './parts.ts';
import { sessionEntries } from './session-schema.ts';

const TIME_PATTERN = /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const moment = v.pipe(
  v.string('moment'),
  v.check((text) => {
    const ms = TIME_PATTERN.test(text) ? Date.parse(text) : Number.NaN;
    // Some engines parse 31 February as a day in March, others return NaN. In both cases the day differs from the one in the text.
    return new Date(ms).getUTCDate() === Number(text.slice(8, 10));
  }, 'moment'),
  v.transform((text) => Date.parse(text) as Moment),
);
const zone = v.pipe(
  v.string('zone'),
  v.check((text) => readZone(text) !== null, 'zone'),
  v.transform((text) => text as TimeZone),
);

/** Text without invisible characters. @param most code points @param pattern the invisible characters */
const legible = (name: ExpectedName, most: number, pattern: RegExp) =>
  v.pipe(
    v.string(name),
    v.check((text) => text.length <= 2 * most && [...text].length <= most, name),
    v.check((text) => !pattern.test(text), name),
  );
const UNSEEN_IN_LINE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
const UNSEEN_IN_TEXT = /[^\P{Cc}\n\t]|[\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

const entryId = idOf<EntryId>();
const personId = idOf<PersonId>();

const header = {
  id: entryId,
  person: personId,
  device: idOf<DeviceId>(),
  order: figure('order'),
  at: moment,
  zone,
};

const noteScores = Object.fromEntries(
  soreMuscles.map((muscle) => [muscle, v.exactOptional(figure('score'))]),
) as Record<SoreMuscle, v.ExactOptionalSchema<ReturnType<typeof figure>, undefined>>;
const scores = v.pipe(
  strict(noteScores, 'group'),
  v.check((given) => Object.keys(given).length > 0, 'group'),
);

const signs = bareReports.filter((kind): kind is NotedSign => kind !== 'tingling-gone');
const word = v.pipe(v.string('word'), v.regex(/^[a-z][a-z0-9-]{0,40}$/, 'word'));
const about = perhaps(entryId);

const guide = strict(
  {
    kind: v.literal('guide'),
    ...header,
    guide: word,
    minutes: figure('minutes'),
    finished: bool,
    step: stepOfPlan,
  },
  'entry',
);
const soreness = strict(
  {
    kind: v.literal('soreness'),
    ...header,
    when: v.picklist(soreTimes, 'soreTime'),
    scores,
    of: about,
  },
  'entry',
);
const readiness = strict({ kind: v.literal('readiness'), ...header, score: figure('score') }, 'entry');
const girth = strict(
  { kind: v.literal('girth'), ...header, leftCm: figure('girth'), rightCm: figure('girth') },
  'entry',
);
const sign = strict(
  { kind: v.literal('sign'), ...header, sign: v.picklist(signs, 'sign'), of: about },
  'entry',
);
const cleared = strict(
  {
    kind: v.literal('cleared'),
    ...header,
    sign: v.picklist([...clearable, 'tingling'] as const, 'cleared'),
    of: list(entryId, 1000),
  },
  'entry',
);
const screening = strict(
  {
    kind: v.literal<ScreeningContent['kind']>('screening'),
    ...header,
    yes: list(word, 100),
    clinician: bool,
  },
  'entry',
);
const note = strict(
  { kind: v.literal('note'), ...header, text: legible('note', MOST_NOTE, UNSEEN_IN_TEXT), of: about },
  'entry',
);
const session = strict({ kind: v.literal('session'), ...header, ...sessionEntries }, 'entry');

const byKind = [session, guide, soreness, readiness, girth, sign, cleared, screening, note] as const;

export const entrySchema: v.GenericSchema<unknown, Entry> = v.variant('kind', [...byKind], 'kind');

export const personSchema = strict(
  { id: personId, name: legible('name', MOST_NAME, UNSEEN_IN_LINE) },
  'person',
);

/** The keys of an entry of this kind, to find every unknown key: valibot reports only the first. */
export const keysOfEntry = (kind: unknown): readonly string[] =>
  Object.keys(byKind.find(({ entries }) => entries.kind.literal === kind)?.entries ?? {});

export const entryWritten = (entry: Entry): Readonly<Record<string, unknown>> => ({
  ...entry,
  at: new Date(entry.at).toISOString(),
});
