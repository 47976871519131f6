/** The editor's fields: labels with the unit that the user types, hints below the fields, and choices. */

import type { EditorWords } from '../../editor/editor-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { capital } from '../text.ts';

type FieldWords = Pick<
  EditorWords,
  | 'groups'
  | 'texts'
  | 'figures'
  | 'hints'
  | 'onset'
  | 'onsets'
  | 'release'
  | 'releases'
  | 'legsName'
  | 'legs'
  | 'breathing'
  | 'pulses'
  | 'part'
  | 'turns'
>;

export const fieldWords = (n: Numbers): FieldWords => ({
  groups: {
    about: 'Name and purpose',
    whole: 'The whole program',
    wave: 'The wave',
    parts: 'Each part of the leg',
    pulses: 'Pulses and breath',
    turns: 'Turns',
    legs: 'Legs',
  },
  texts: { name: 'Name', purpose: 'What it is for', patternName: 'Name of the pattern' },
  figures: {
    peak: `Pressure, ${n.pressureUnit}`,
    minutes: 'Time, min',
    prefill: `First filling, ${n.pressureUnit}`,
    onsetDelay: 'Delay, s',
    steps: 'Steps',
    ramp: `Rise, ${n.pressureUnit} per s`,
    hold: 'Hold, s',
    pulseOn: 'Squeeze, s',
    pulseOff: 'Pause, s',
    pulseCount: 'Squeezes',
    pulseFloor: 'Left between squeezes, %',
    trailingHolds: 'Steps held behind',
    rest: 'Rest, s',
    warmUpCycles: 'Warm-up, waves',
  },
  hints: {
    peak: 'Of the strongest part. The others keep their share of it.',
    minutes: '',
    prefill: 'Every wave first brings all parts to this, so that the boots fit.',
    onsetDelay: 'From the start of one step to the start of the next.',
    steps: 'Boots with more zones than this squeeze some of them in pairs.',
    ramp: '',
    hold: 'From when a part reaches its pressure.',
    pulseOn: '',
    pulseOff: '',
    pulseCount: 'The first one counts too.',
    pulseFloor: 'Of the part’s pressure.',
    trailingHolds: 'How many steps stay squeezed behind the wave.',
    rest: 'From the last release to the next wave. It is longer where the legs need it.',
    warmUpCycles: 'Over these the pressure grows from 60 % to 100 %.',
  },
  onset: 'A step begins',
  onsets: {
    inTurn: 'when the one before is done',
    delayed: 'a set time after the one before',
    together: 'with all the others',
  },
  release: 'Parts are released',
  releases: { trailing: 'behind the wave', together: 'all at the end' },
  legsName: 'Which legs are squeezed',
  legs: { together: 'both together', alternate: 'in turn', left: 'left only', right: 'right only' },
  breathing: 'A cue to breathe with: each step is a breath',
  pulses: 'Parts are squeezed several times',
  part: {
    on: 'Squeezed',
    peak: `Pressure, ${n.pressureUnit}`,
    held: 'Held behind, %',
    longer: 'Longer, s',
    turn: 'Turn',
    name: capital,
  },
  turns: {
    none: 'Every wave sweeps the whole leg. With turns, waves sweep stretches of it one after the other, each several times.',
    add: 'Add a turn',
    sweeps: 'Waves in a row',
    earlier: 'Earlier',
    later: 'Later',
    remove: 'Remove the turn',
    name: (turn) => `Turn ${n.count(turn)}`,
    whatOf: (what, turn) => `${what}, turn ${n.count(turn)}`,
  },
});
