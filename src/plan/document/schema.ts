/** The schema of a plan file. Each rule's message is the name of what the format expects there (expected.ts). */

import * as v from 'valibot';
import { bareReports, clearable, courses, eventKinds, tools } from '../plan-request.ts';
import { readWallTime, readZone, type TimeZone, type WallTime } from '../time/wall-clock.ts';
import type { ExpectedName } from './expected.ts';
import { FORMAT, MOST_REPORTS, ranges, VERSION } from './format.ts';

const figure = (name: ExpectedName & keyof typeof ranges) =>
  v.pipe(v.number(name), v.minValue(ranges[name].least, name), v.maxValue(ranges[name].most, name));

const wallTime = v.pipe(
  v.string('wallTime'),
  v.check((text) => readWallTime(text) !== null, 'wallTime'),
  v.transform((text) => readWallTime(text) ?? (text as WallTime)),
);
const zone = v.pipe(
  v.string('zone'),
  v.check((text) => readZone(text) !== null, 'zone'),
  v.transform((text) => text as TimeZone),
);
const perhaps = <T extends v.GenericSchema>(schema: T) => v.optional(v.nullable(schema), null);
const someTools = v.pipe(v.array(v.picklist(tools, 'tools'), 'tools'), v.maxLength(tools.length, 'tools'));
const step = v.pipe(v.string('step'), v.regex(/^day\d{1,2}-[a-z]{1,20}(?:-[a-z]{1,20}){0,3}$/, 'step'));

const event = v.strictObject(
  {
    kind: v.picklist(eventKinds, 'eventKind'),
    at: wallTime,
    zone,
    went: v.optional(v.picklist(courses, 'course'), 'well'),
    distanceKm: perhaps(figure('distance')),
    minutes: perhaps(figure('duration')),
    ascentM: perhaps(figure('ascent')),
    temperatureC: perhaps(figure('temperature')),
  },
  'event',
);

export const personSchema = v.strictObject(
  {
    owns: someTools,
    barred: v.optional(someTools, []),
    highestMmhg: v.optional(figure('highest'), ranges.highest.most),
  },
  'person',
);

const bare = bareReports.map((kind) => v.strictObject({ kind: v.literal(kind), at: wallTime }, 'report'));
const detailed = [
  v.strictObject(
    {
      kind: v.literal('soreness'),
      at: wallTime,
      soreness: v.pipe(figure('soreness'), v.integer('soreness')),
    },
    'report',
  ),
  v.strictObject(
    {
      kind: v.literal('girth'),
      at: wallTime,
      leftCm: figure('girth'),
      rightCm: figure('girth'),
    },
    'report',
  ),
  v.strictObject({ kind: v.literal('done'), at: wallTime, step }, 'report'),
  v.strictObject({ kind: v.literal('skipped'), at: wallTime, step }, 'report'),
  v.strictObject(
    {
      kind: v.literal('session'),
      at: wallTime,
      step: perhaps(step),
      minutes: figure('sessionMinutes'),
      peakMmhg: figure('sessionPeak'),
      dose: perhaps(figure('sessionDose')),
    },
    'report',
  ),
  v.strictObject({ kind: v.literal('cleared'), at: wallTime, sign: v.picklist(clearable, 'sign') }, 'report'),
] as const;

const report = v.variant('kind', [...bare, ...detailed], 'reportKind');

export const planSchema = v.strictObject(
  {
    format: v.literal(FORMAT, 'format'),
    version: v.literal(VERSION, 'version'),
    event,
    person: personSchema,
    reports: v.optional(v.pipe(v.array(report, 'reports'), v.maxLength(MOST_REPORTS, 'reports')), []),
  },
  'plan',
);

export type PlanDocument = v.InferOutput<typeof planSchema>;

/** The keys that the format allows in the object at this path; empty if there is no such object. */
export function keysAt(place: readonly unknown[], document: unknown): readonly string[] {
  if (place.length === 0) return Object.keys(planSchema.entries);
  if (place[0] === 'event') return Object.keys(event.entries);
  if (place[0] === 'person') return Object.keys(personSchema.entries);
  const { reports }: { reports?: unknown } =
    typeof document === 'object' && document !== null ? document : {};
  const at = Array.isArray(reports) ? reports[Number(place[1])] : undefined;
  const { kind }: { kind?: unknown } = typeof at === 'object' && at !== null ? at : {};
  const schema = [...bare, ...detailed].find(({ entries }) => entries.kind.literal === kind);
  return Object.keys(schema?.entries ?? {});
}
