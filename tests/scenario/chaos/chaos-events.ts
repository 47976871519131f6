/** What can happen to a session, by the person or from outside, as data that fast-check can draw, print and shrink. */

import fc from 'fast-check';
import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import { plainPrograms } from '../../../src/program/patterns.ts';
import { programs } from '../../../src/program/presets.ts';
import type { Program, ZoneSetting } from '../../../src/program/program.ts';
import type { PlantFault } from '../../../src/simulator/faults/plant-faults.ts';

export type PersonInput =
  | { readonly kind: 'connect' | 'start' | 'pause' | 'resume' | 'stop' | 'disconnect' }
  | { readonly kind: 'acknowledgeFault' | 'dismissNotice' }
  | { readonly kind: 'setIntensity'; readonly mmhg: number }
  | { readonly kind: 'setMinutes'; readonly minutes: number }
  | { readonly kind: 'choose'; readonly program: Program }
  | { readonly kind: 'confirm'; readonly confirmed: boolean }
  | { readonly kind: 'setZone'; readonly side: Side; readonly zone: number; readonly setting: ZoneSetting };

export type OfTheAir =
  /**
   * The link is lost, and the boots are out of reach for `away` s; 0: the link may return at once. `lasting` of other kinds is in s too.
   */
  | { readonly kind: 'linkLost'; readonly away: number }
  | { readonly kind: 'silent'; readonly lasting: number }
  | { readonly kind: 'delayed'; readonly ms: number; readonly lasting: number }
  | { readonly kind: 'unanswered' | 'swallowed' | 'garbled'; readonly count: number };

export type AtTheBoots =
  | { readonly kind: 'reset' | 'button' }
  | { readonly kind: 'plantFault'; readonly fault: PlantFault['kind']; readonly zone: number }
  | { readonly kind: 'repair' }
  /** Another controller asks for control over its own link. `pressed`: the boots' button is pressed first. */
  | { readonly kind: 'otherTakesControl'; readonly pressed: boolean }
  | { readonly kind: 'otherStops' | 'otherPauses' | 'otherResumes' | 'otherLetsGo' };

export type Trouble = OfTheAir | AtTheBoots;

const ofTheAir = ['linkLost', 'silent', 'delayed', 'unanswered', 'swallowed', 'garbled'];
const inputs = [
  'connect',
  'start',
  'pause',
  'resume',
  'stop',
  'disconnect',
  'acknowledgeFault',
  'dismissNotice',
  'setIntensity',
  'setMinutes',
  'choose',
  'confirm',
  'setZone',
];
export const isOfTheAir = (what: Trouble): what is OfTheAir => ofTheAir.includes(what.kind);
export const isPersonInput = (what: PersonInput | Trouble): what is PersonInput => inputs.includes(what.kind);

export interface ChaosEvent {
  /** Time since the previous event, s. */
  readonly wait: number;
  readonly what: PersonInput | Trouble;
}

export interface Story {
  readonly seed: number;
  readonly zones: number;
  readonly capacity: number;
  readonly payload: number;
  readonly events: readonly ChaosEvent[];
}

const plain = <K extends string>(...kinds: readonly K[]) =>
  fc.constantFrom(...kinds).map((kind) => ({ kind }) as { readonly kind: K });
const few = fc.integer({ min: 1, max: 4 });
const lasting = fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 45 }));

/** Some of the values are out of range. */
const zoneSetting: fc.Arbitrary<ZoneSetting> = fc.record({
  on: fc.boolean(),
  trim: fc.integer({ min: -25, max: 25 }).map(mmhg),
  boost: fc.record({
    pressure: fc.integer({ min: -5, max: 25 }).map(mmhg),
    hold: fc.integer({ min: -2, max: 12 }).map(seconds),
  }),
});

const input: fc.Arbitrary<PersonInput> = fc.oneof(
  { weight: 6, arbitrary: plain('start', 'pause', 'resume') },
  { weight: 2, arbitrary: plain('stop') },
  { weight: 2, arbitrary: plain('connect', 'disconnect', 'acknowledgeFault', 'dismissNotice') },
  {
    weight: 3,
    arbitrary: fc.integer({ min: 10, max: 105 }).map((mmhg) => ({ kind: 'setIntensity', mmhg }) as const),
  },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 1, max: 60 }).map((minutes) => ({ kind: 'setMinutes', minutes }) as const),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...programs, ...plainPrograms)
      .map((program) => ({ kind: 'choose', program }) as const),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map((confirmed) => ({ kind: 'confirm', confirmed }) as const),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({
        side: fc.constantFrom<Side>('left', 'right'),
        zone: fc.integer({ min: 0, max: 8 }),
        setting: zoneSetting,
      })
      .map((set) => ({ kind: 'setZone', ...set }) as const),
  },
);

const disturbance: fc.Arbitrary<OfTheAir> = fc.oneof(
  fc.oneof(fc.constant(0), lasting).map((away) => ({ kind: 'linkLost', away }) as const),
  lasting.map((seconds) => ({ kind: 'silent', lasting: seconds }) as const),
  fc
    .tuple(fc.integer({ min: 20, max: 900 }), lasting)
    .map(([ms, seconds]) => ({ kind: 'delayed', ms, lasting: seconds }) as const),
  few.map((count) => ({ kind: 'unanswered', count }) as const),
  few.map((count) => ({ kind: 'swallowed', count }) as const),
  fc.integer({ min: 1, max: 12 }).map((count) => ({ kind: 'garbled', count }) as const),
);

const atTheBoots: fc.Arbitrary<AtTheBoots> = fc.oneof(
  plain('reset', 'button', 'repair'),
  fc
    .tuple(
      fc.constantFrom('kinkedHose', 'unpluggedZone', 'leak', 'sensorFreeze', 'sensorDropout', 'pumpStall'),
      fc.integer({ min: 0, max: 5 }),
    )
    .map(([fault, zone]) => ({ kind: 'plantFault', fault, zone }) as const),
  fc.boolean().map((pressed) => ({ kind: 'otherTakesControl', pressed }) as const),
  plain('otherStops', 'otherPauses', 'otherResumes', 'otherLetsGo'),
);

const wait = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 20 }).map((tenths) => tenths / 10) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 40 }) },
);

const anyEvent = fc.record({
  wait,
  what: fc.oneof(
    { weight: 5, arbitrary: input },
    { weight: 3, arbitrary: disturbance },
    { weight: 1, arbitrary: atTheBoots },
  ),
});

export const story: fc.Arbitrary<Story> = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  zones: fc.integer({ min: 3, max: 8 }),
  capacity: fc.constantFrom(12, 16, 24, 64, 512, 2048),
  payload: fc.constantFrom(61, 100, 244),
  events: fc.array(anyEvent, { minLength: 1, maxLength: 24 }),
});
