/**
 * What the format expects at each place of a plan file. Each rule of the schema (schema.ts) has the name of an expectation as its message.
 */

import { clearable, courses, eventKinds, type Report, tools } from '../plan-request.ts';
import { FORMAT, MOST_REPORTS, ranges, VERSION } from './format.ts';
import type { Expected, Form } from './problem.ts';

const reportKinds: Readonly<Record<Report['kind'], true>> = {
  soreness: true,
  done: true,
  skipped: true,
  session: true,
  marks: true,
  tingling: true,
  'tingling-gone': true,
  weakness: true,
  'one-calf': true,
  girth: true,
  'dark-urine': true,
  'severe-pain': true,
  emergency: true,
  cleared: true,
};

const figure = (name: keyof typeof ranges, optional = false): Expected => ({
  is: 'figure',
  range: ranges[name],
  optional,
});
const form = (name: Form): Expected => ({ is: 'form', form: name });

const expectations = {
  plan: form('plan'),
  format: { is: 'exactly', value: FORMAT },
  version: { is: 'exactly', value: VERSION },
  event: form('event'),
  eventKind: { is: 'oneOf', words: eventKinds },
  wallTime: form('wallTime'),
  zone: form('zone'),
  course: { is: 'oneOf', words: courses },
  distance: figure('distance', true),
  duration: figure('duration', true),
  ascent: figure('ascent', true),
  temperature: figure('temperature', true),
  person: form('person'),
  tools: { is: 'someOf', words: tools },
  highest: figure('highest'),
  reports: { is: 'atMost', most: MOST_REPORTS, of: 'reports' },
  report: form('report'),
  reportKind: { is: 'oneOf', words: Object.keys(reportKinds) },
  soreness: figure('soreness'),
  girth: figure('girth'),
  step: form('step'),
  sessionMinutes: figure('sessionMinutes'),
  sessionPeak: figure('sessionPeak'),
  sessionDose: figure('sessionDose', true),
  sign: { is: 'oneOf', words: clearable },
} satisfies Readonly<Record<string, Expected>>;

export type ExpectedName = keyof typeof expectations;

const isExpectedName = (message: string): message is ExpectedName => Object.hasOwn(expectations, message);

/** A message that names no expectation is valibot's own, and means that the key must not be there. */
export const expectedBy = (message: string): Expected =>
  isExpectedName(message) ? expectations[message] : { is: 'nothing' };

/** Expectations by required key. If a key is missing, the schema's own message is only about the object around that key. */
const byKey: Readonly<Record<string, ExpectedName>> = {
  event: 'event',
  person: 'person',
  at: 'wallTime',
  zone: 'zone',
  owns: 'tools',
  soreness: 'soreness',
  leftCm: 'girth',
  rightCm: 'girth',
  step: 'step',
  minutes: 'sessionMinutes',
  peakMmhg: 'sessionPeak',
  sign: 'sign',
};

/** For a missing key at the end of `path`. @param message the schema's message */
export function expectedUnder(path: readonly (string | number)[], message: string): Expected {
  const last = path.at(-1);
  if (last === 'kind') return expectedBy(path[0] === 'event' ? 'eventKind' : 'reportKind');
  return expectedBy((typeof last === 'string' && Object.hasOwn(byKey, last) && byKey[last]) || message);
}
