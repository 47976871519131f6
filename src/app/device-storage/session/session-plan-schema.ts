/**
 * How the database holds the plan by which a session runs (scheduler/plan.ts), not the recovery plan. TypeScript checks that these schemas
 * fit the types.
 */

import * as v from 'valibot';
import { bodyPartCodes } from '../../../../firmware-protocol/zones.ts';
import type { FillModel } from '../../../air/fill-model.ts';
import { documentText, readStored } from '../../../program/document.ts';
import type { Program, Settings, SetZones, ZoneSetting } from '../../../program/program.ts';
import type { Change } from '../../../scheduler/plan.ts';
import type { RememberedPlan } from '../../../session/memory/remembered.ts';
import type { ScriptCycle } from '../../../timeline/script.ts';

/** A finite number in some unit. Before a session goes on, session/memory/recall.ts checks the plan's script against the safety limits. */
export const figure = <Quantity extends number>() =>
  v.custom<Quantity>((value) => typeof value === 'number' && Number.isFinite(value));

const side = v.picklist(['left', 'right']);
const parts = v.array(v.picklist(Object.keys(bodyPartCodes) as (keyof typeof bodyPartCodes)[]));

const keyframe = v.object({
  at: figure<ScriptCycle['start']>(),
  targets: v.array(v.union([v.picklist(['vent', 'seal']), figure<ScriptCycle['prefill']>()])),
  ramp: figure<ScriptCycle['keyframes'][number]['ramp']>(),
  gate: figure<ScriptCycle['prefillWait']>(),
  cycle: v.boolean(),
  end: v.boolean(),
});

const pressure = figure<ScriptCycle['prefill']>();
const time = figure<ScriptCycle['start']>();
const wait = figure<ScriptCycle['prefillWait']>();

/** Stored cycles have `prefill` and `prefillWait` under their earlier names, `mould` and `mouldWait`. */
const storedCycle = v.object({
  keyframes: v.array(keyframe),
  length: time,
  expectedWaits: wait,
  mouldWait: wait,
  waits: v.array(wait),
  before: v.array(figure()),
  peaks: v.array(pressure),
  mould: pressure,
  turn: v.object({ sides: v.array(side), section: v.nullable(v.number()) }),
  fits: v.boolean(),
  // The page shows adaptations only before Start, so they are not stored.
  adaptations: v.pipe(v.array(v.never()), v.readonly()),
  start: time,
  index: v.number(),
  intensity: pressure,
});
const cycle = v.pipe(
  storedCycle,
  v.transform(({ mould, mouldWait, ...rest }) => ({ ...rest, prefill: mould, prefillWait: mouldWait })),
);

const zoneSetting: v.GenericSchema<unknown, ZoneSetting> = v.object({
  on: v.boolean(),
  trim: pressure,
  boost: v.object({ pressure, hold: wait }),
});
const zones = v.object({ left: v.array(zoneSetting), right: v.array(zoneSetting) });

export const setZones: v.GenericSchema<unknown, SetZones> = v.object({ of: parts, zones });

/** The program may break a newer rule; session/memory/recall.ts then stops the session. */
const program = v.pipe(
  v.object({ id: v.string(), text: v.string() }),
  v.rawTransform<{ id: string; text: string }, Program>(({ dataset, addIssue, NEVER }) => {
    const read = readStored(dataset.value.text);
    if (read.ok) return { ...read.program, id: dataset.value.id };
    addIssue({ message: read.problems.map(({ kind }) => kind).join() });
    return NEVER;
  }),
);

const settings = v.object({
  program,
  intensity: pressure,
  minutes: v.number(),
  zones,
  confirmed: v.boolean(),
}) satisfies v.GenericSchema<unknown, Settings>;

const fills: v.GenericSchema<unknown, FillModel> = v.object({
  bags: v.array(v.object({ slack: figure(), stretch: figure() })),
  pumpFlow: figure<FillModel['pumpFlow']>(),
  slowness: figure(),
  leak: figure(),
  residual: figure(),
});

const change = v.object({
  kind: v.picklist(['lower', 'boundary', 'resume']),
  before: settings,
  from: time,
  margin: time,
  taken: v.boolean(),
}) satisfies v.GenericSchema<unknown, Change>;

const shape = v.object({
  parts,
  sides: v.array(side),
  pumps: v.picklist(['shared', 'each']),
  holdsTogether: v.boolean(),
  sharedValves: v.boolean(),
  pumpFlow: figure<FillModel['pumpFlow']>(),
  highestTarget: pressure,
  highestConfirmed: pressure,
  longestSession: wait,
  longestAbove30: wait,
  highestOwn: v.exactOptional(pressure),
});

/**
 * `wanted` is stored as null if it is the same object as `settings`, because the scheduler compares the two by identity. `mould` is the
 * stored name of `prefill`: how long the boots waited at the first prefill.
 */
const plan = v.object({
  boots: shape,
  script: v.object({ keyframes: v.array(keyframe), cycles: v.array(cycle), end: time }),
  settings,
  wanted: v.nullable(settings),
  longest: wait,
  air: v.object({ fills, turns: v.map(v.string(), fills), rises: v.map(v.string(), figure()) }),
  change: v.nullable(change),
  mould: v.nullable(wait),
  atMark: v.object({ cycles: v.number(), playhead: time, waited: time }),
  atWave: v.nullable(time),
  shownActive: wait,
});

export const planSchema: v.GenericSchema<unknown, RememberedPlan> = v.pipe(
  plan,
  v.transform(({ wanted, mould, ...kept }) => ({ ...kept, wanted: wanted ?? kept.settings, prefill: mould })),
);

const storedSettings = ({ program, ...rest }: Settings) => ({
  ...rest,
  program: { id: program.id, text: documentText(program) },
});

export const storedPlan = ({ script, settings, wanted, change, prefill, ...rest }: RememberedPlan) => ({
  ...rest,
  mould: prefill,
  script: {
    ...script,
    cycles: script.cycles.map(({ prefill, prefillWait, ...cycle }) => ({
      ...cycle,
      mould: prefill,
      mouldWait: prefillWait,
      adaptations: [],
    })),
  },
  settings: storedSettings(settings),
  wanted: wanted === settings ? null : storedSettings(wanted),
  change: change && { ...change, before: storedSettings(change.before) },
});
