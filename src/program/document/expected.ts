/**
 * What belongs in a place of a document. The message of each rule of the schema is a name (`ExpectedName`), which stands for a value of
 * `Expected`; src/words makes the sentence.
 */

import { ZONES_MAX, ZONES_MIN } from '../../../firmware-protocol/zones.ts';
import { ranges, texts } from '../ranges.ts';
import { FORMAT, VERSION } from './form.ts';
import type { Expected, Form } from './problem.ts';

const forms: Readonly<Record<Form, true>> = {
  program: true,
  schemaKey: true,
  shape: true,
  part: true,
  pattern: true,
  patternId: true,
  patternIdLength: true,
  pulse: true,
  list: true,
  section: true,
  sectionParts: true,
  sectionPart: true,
  sectionPartOnce: true,
  set: true,
  setZones: true,
  setLayout: true,
  zone: true,
  zones: true,
  quotes: true,
  yesOrNo: true,
};

const fixedExpectations = {
  oneOf: null,
  format: { is: 'exactly', value: FORMAT },
  version: { is: 'exactly', value: VERSION },
  sectionsMost: { is: 'atMost', most: ranges.sections.most, of: 'sections' },
  zonesMost: { is: 'atMost', most: ZONES_MAX, of: 'zones' },
  zonesLeast: { is: 'atLeast', least: ZONES_MIN, of: 'zones' },
} as const satisfies Readonly<Record<string, Expected | null>>;

export type RangeName = keyof typeof ranges;
export type TextName = keyof typeof texts;

export type ExpectedName = Form | keyof typeof fixedExpectations | `figure ${RangeName}` | `line ${TextName}`;

const isKeyOf = <T extends object>(table: T, key: string): key is Extract<keyof T, string> =>
  Object.hasOwn(table, key);

/** @param words the words that the schema allows at the place @returns null for a message that is not an `ExpectedName` */
export function expectedFromMessage(message: unknown, words: readonly string[]): Expected | null {
  if (typeof message !== 'string') return null;
  if (isKeyOf(forms, message)) return { is: 'form', form: message };
  if (isKeyOf(fixedExpectations, message)) return fixedExpectations[message] ?? { is: 'oneOf', words };
  const [kind, name = ''] = message.split(' ');
  if (kind === 'figure' && isKeyOf(ranges, name)) return { is: 'figure', range: ranges[name] };
  if (kind === 'line' && isKeyOf(texts, name)) return { is: 'line', most: texts[name] };
  return null;
}
