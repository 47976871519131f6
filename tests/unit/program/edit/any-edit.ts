import fc from 'fast-check';
import type { Edit, FigureField } from '../../../../src/program/edit/edit.ts';
import { legParts } from '../../../../src/program/program.ts';

const part = fc.constantFrom(...legParts);
const section = fc.integer({ min: 1, max: 4 });
/** Figures for any field. Some are too low, too high or infinite; NaN stands for a text that is no number. */
const figure = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 110 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 20 }).map((tenths) => tenths / 10) },
  { weight: 1, arbitrary: fc.constantFrom(-1, 200, Number.NaN, Number.POSITIVE_INFINITY) },
);
const fields: readonly FigureField[] = [
  'peak',
  'minutes',
  'prefill',
  'onsetDelay',
  'steps',
  'ramp',
  'hold',
  'pulseOn',
  'pulseOff',
  'pulseCount',
  'pulseFloor',
  'trailingHolds',
  'rest',
  'warmUpCycles',
];

const kind = <K extends Edit['kind']>(name: K) => fc.constant(name);

export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: kind('text'),
    field: fc.constantFrom('name' as const, 'purpose' as const, 'patternName' as const),
    text: fc.constantFrom('', 'Calm', 'Two\nlines', 'x'.repeat(201)),
  }),
  fc.record({ kind: kind('figure'), field: fc.constantFrom(...fields), value: figure }),
  fc.record({ kind: kind('partPeak'), part, peak: figure }),
  fc.record({ kind: kind('partHeld'), part, share: figure.map((value) => value / 100) }),
  fc.record({ kind: kind('partLonger'), part, hold: figure.map((value) => value / 8) }),
  fc.record({ kind: kind('partOn'), part, on: fc.boolean() }),
  fc.record({ kind: kind('partTurn'), part, turn: section }),
  fc.record({ kind: kind('partInSection'), section, part, on: fc.boolean() }),
  fc.record({ kind: kind('sweeps'), section, sweeps: figure }),
  fc.record({ kind: kind('moveSection'), section, to: section }),
  fc.record({ kind: kind('removeSection'), section }),
  fc.record({ kind: kind('onset'), onset: fc.constantFrom('inTurn' as const, 'delayed', 'together') }),
  fc.record({ kind: kind('breathing'), on: fc.boolean() }),
  fc.record({ kind: kind('pulses'), on: fc.boolean() }),
  fc.record({ kind: kind('release'), release: fc.constantFrom('trailing' as const, 'together') }),
  fc.record({ kind: kind('legs'), legs: fc.constantFrom('together' as const, 'alternate', 'left', 'right') }),
  fc.constant<Edit>({ kind: 'addSection' }),
  fc.constant<Edit>({ kind: 'forgetZones' }),
);
