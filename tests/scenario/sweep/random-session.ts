/** Random sessions as data: a program on boots and legs, with settings and changes to them. */

import fc from 'fast-check';
import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import { asProgrammed, type Program, type ZoneSetting } from '../../../src/program/program.ts';
import type { PlantParameters } from '../../../src/simulator/plant/parameters.ts';
import { mostly, randomProgram, tenths, whole } from './random-program.ts';

export interface LiveChange {
  /** Time after the start of the run, s. */
  readonly at: number;
  readonly to: /** `intensity` is in mmHg. */
    | { readonly intensity: number }
    | { readonly minutes: number }
    | { readonly side: Side; readonly zone: number; readonly setting: ZoneSetting };
}

export type DrawnPlant = Pick<
  PlantParameters,
  'legSize' | 'leak' | 'slackness' | 'ambient' | 'pumpPressure' | 'fillConductance' | 'ventConductance'
>;

export interface RandomSession {
  readonly seed: number;
  readonly program: Program;
  /** mmHg. */
  readonly intensity: number;
  readonly zones: number;
  readonly kind: 'hub' | 'pair' | 'left' | 'right';
  readonly abilities: { readonly holdsTogether: boolean; readonly sharedValves: boolean };
  /** L/min. */
  readonly pumpFlow: number;
  readonly plant: DrawnPlant;
  readonly left: readonly ZoneSetting[];
  readonly right: readonly ZoneSetting[];
  readonly changes: readonly LiveChange[];
}

const zoneSetting: fc.Arbitrary<ZoneSetting> = fc.record({
  on: mostly(fc.constant(true), fc.boolean()),
  trim: mostly(fc.constant(mmhg(0)), whole(-20, 20).map(mmhg)),
  boost: fc.record({
    pressure: mostly(fc.constant(mmhg(0)), whole(0, 20).map(mmhg)),
    hold: mostly(fc.constant(seconds(0)), whole(0, 10).map(seconds)),
  }),
});
const leg = mostly<readonly ZoneSetting[]>(fc.constant([]), fc.array(zoneSetting, { maxLength: 3 }));

const changeOf = (zones: number): fc.Arbitrary<LiveChange> =>
  fc.record({
    at: whole(5, 500),
    to: fc.oneof(
      whole(15, 80).map((intensity) => ({ intensity })),
      whole(5, 15).map((minutes) => ({ minutes })),
      fc.record({
        side: fc.constantFrom('left', 'right'),
        zone: whole(0, zones - 1),
        setting: mostly(fc.constant({ ...asProgrammed, on: false }), zoneSetting),
      }),
    ),
  });

const hundredths = (min: number, max: number) => whole(min * 100, max * 100).map((value) => value / 100);

/** The range that is assumed for real boots and legs, from sea level to a mountain pass. */
const plant: fc.Arbitrary<DrawnPlant> = fc.record({
  legSize: hundredths(0.75, 1.3),
  leak: fc.constantFrom(0.0004, 0.001, 0.002),
  slackness: mostly(fc.constant(1), hundredths(1, 1.3)),
  ambient: mostly(fc.constant(760), whole(600, 780)).map(mmhg),
  pumpPressure: mostly(fc.constant(250), whole(150, 350)).map(mmhg),
  fillConductance: mostly(fc.constant(1.6), tenths(1, 3)),
  ventConductance: mostly(fc.constant(1.6), tenths(1, 3)),
});

export const randomSession: fc.Arbitrary<RandomSession> = fc
  .tuple(randomProgram, whole(3, 8))
  .chain(([program, zones]) =>
    fc.record({
      seed: whole(0, 2 ** 31 - 1),
      program: fc.constant(program),
      intensity: mostly(fc.constant<number>(program.peak), whole(20, 80)),
      zones: fc.constant(zones),
      kind: fc.oneof(
        { weight: 3, arbitrary: fc.constant('hub') },
        { weight: 3, arbitrary: fc.constant('pair') },
        { weight: 1, arbitrary: fc.constantFrom('left', 'right') },
      ),
      abilities: fc.oneof(
        { weight: 5, arbitrary: fc.constant({ holdsTogether: true, sharedValves: false }) },
        { weight: 1, arbitrary: fc.constant({ holdsTogether: false, sharedValves: false }) },
        { weight: 1, arbitrary: fc.constant({ holdsTogether: true, sharedValves: true }) },
      ),
      pumpFlow: fc.oneof({ weight: 2, arbitrary: fc.constant(12) }, { weight: 3, arbitrary: tenths(4, 20) }),
      plant,
      left: leg,
      right: leg,
      changes: mostly<readonly LiveChange[]>(
        fc.constant([]),
        fc.array(changeOf(zones), { minLength: 1, maxLength: 3 }),
      ),
    }),
  );
