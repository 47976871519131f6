/** What the format expects at the places of a journal file. Rules of the schema use these names as their messages. */

import { faultCodes } from '../../../firmware-protocol/fault-codes.ts';
import { bodyPartCodes } from '../../../firmware-protocol/zones.ts';
import { bareReports, clearable, eventKinds } from '../../plan/plan-request.ts';
import { type EntryKind, soreTimes } from '../entry.ts';
import { sessionEnds } from '../session-entry.ts';
import { FORMAT, ranges, VERSION } from './format.ts';
import type { Expected, Form } from './problem.ts';

const kinds: Readonly<Record<EntryKind, true>> = {
  session: true,
  guide: true,
  soreness: true,
  readiness: true,
  girth: true,
  sign: true,
  cleared: true,
  screening: true,
  note: true,
};

const figure = (name: keyof typeof ranges): Expected => ({ is: 'figure', range: ranges[name] });
const form = (name: Form): Expected => ({ is: 'form', form: name });
const oneOf = (words: readonly string[]): Expected => ({ is: 'oneOf', words });

const expectations = {
  journal: form('journal'),
  format: { is: 'exactly', value: FORMAT },
  version: { is: 'exactly', value: VERSION },
  people: form('people'),
  person: form('person'),
  entries: form('entries'),
  entry: form('entry'),
  kind: oneOf(Object.keys(kinds)),
  id: form('id'),
  moment: form('moment'),
  zone: form('zone'),
  name: form('name'),
  note: form('note'),
  list: form('list'),
  group: form('group'),
  yesOrNo: form('yesOrNo'),
  traces: form('traces'),
  trace: form('trace'),
  step: form('step'),
  eventKind: oneOf(eventKinds),
  word: form('word'),
  score: figure('score'),
  order: figure('order'),
  girth: figure('girth'),
  pressure: figure('pressure'),
  trim: figure('trim'),
  boost: figure('boost'),
  boostHold: figure('boostHold'),
  minutes: figure('minutes'),
  day: figure('day'),
  lasted: figure('lasted'),
  dose: figure('dose'),
  record: figure('record'),
  side: oneOf(['left', 'right']),
  part: oneOf(Object.keys(bodyPartCodes)),
  fault: oneOf(Object.keys(faultCodes)),
  ended: oneOf(sessionEnds),
  alarmKind: oneOf(['fault', 'warning']),
  changeKind: oneOf(['intensity', 'minutes', 'zones', 'paused', 'resumed']),
  sourceKind: oneOf(['followed', 'lost', 'boots']),
  sign: oneOf(bareReports.filter((kind) => kind !== 'tingling-gone')),
  cleared: oneOf([...clearable, 'tingling']),
  soreTime: oneOf(soreTimes),
} satisfies Readonly<Record<string, Expected>>;

export type ExpectedName = keyof typeof expectations;

const isExpectedName = (message: string): message is ExpectedName => Object.hasOwn(expectations, message);

/** What the format expects where a rule with this message failed; null if the message is valibot's own. */
export const expectedBy = (message: string): Expected | null =>
  isExpectedName(message) ? expectations[message] : null;
