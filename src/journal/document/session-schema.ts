/** The schema of a session in a journal file and in the store. */

import * as v from 'valibot';
import { type Fault, faultCodes } from '../../../firmware-protocol/fault-codes.ts';
import type { Mmhg, Seconds } from '../../../firmware-protocol/quantities.ts';
import { type BodyPart, bodyPartCodes, ZONES_MAX } from '../../../firmware-protocol/zones.ts';
import { sessionEnds } from '../session-entry.ts';
import { MOST_EVENTS } from './format.ts';
import { bool, figure, list, perhaps, stepOfPlan, strict } from './parts.ts';

const side = v.picklist(['left', 'right'], 'side');
const part = v.picklist(Object.keys(bodyPartCodes) as BodyPart[], 'part');
const fault = v.picklist(Object.keys(faultCodes) as Fault[], 'fault');
const ended = v.picklist(sessionEnds, 'ended');
const pressure = figure<Mmhg>('pressure');
const lasted = figure<Seconds>('lasted');

const zoneSetting = strict(
  {
    on: bool,
    trim: figure<Mmhg>('trim'),
    boost: strict({ pressure: figure<Mmhg>('boost'), hold: figure<Seconds>('boostHold') }, 'group'),
  },
  'group',
);
const zonesOfLeg = list(zoneSetting, ZONES_MAX);
const zonesSet = perhaps(
  strict(
    { of: list(part, ZONES_MAX), zones: strict({ left: zonesOfLeg, right: zonesOfLeg }, 'group') },
    'group',
  ),
);

const change = v.variant(
  'kind',
  [
    strict({ kind: v.literal('intensity'), after: lasted, to: pressure }, 'group'),
    strict({ kind: v.literal('minutes'), after: lasted, to: figure('minutes') }, 'group'),
    strict({ kind: v.literal('zones'), after: lasted, to: zonesSet }, 'group'),
    strict({ kind: v.picklist(['paused', 'resumed'], 'changeKind'), after: lasted }, 'group'),
  ],
  'changeKind',
);

const alarm = strict(
  {
    after: lasted,
    kind: v.picklist(['fault', 'warning'], 'alarmKind'),
    fault,
    side: perhaps(side),
    part: perhaps(part),
  },
  'group',
);

const source = v.variant(
  'kind',
  [
    strict({ kind: v.literal('followed') }, 'group'),
    strict({ kind: v.literal('lost') }, 'group'),
    strict(
      { kind: v.literal('boots'), record: figure('record'), bootCount: figure('record'), counted: bool },
      'group',
    ),
  ],
  'sourceKind',
);

const line = (most: number) => v.pipe(v.string('name'), v.maxLength(most, 'name'));

const zoneTotals = strict(
  {
    side,
    part,
    peak: pressure,
    mean: pressure,
    above30: lasted,
    dose: figure('dose'),
  },
  'group',
);

/** The fields of a session, without `kind` and the fields of every entry. */
export const sessionEntries = {
  simulated: bool,
  program: perhaps(strict({ id: line(80), name: line(200) }, 'group')),
  intensity: pressure,
  minutes: figure('minutes'),
  zonesSet,
  changes: list(change, MOST_EVENTS),
  lasted,
  measured: lasted,
  zones: list(zoneTotals, 2 * ZONES_MAX),
  alarms: list(alarm, MOST_EVENTS),
  ended: perhaps(ended),
  source,
  step: stepOfPlan,
} as const;
