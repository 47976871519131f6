import fc from 'fast-check';
import { mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../../../src/program/boots-shape.ts';
import { plainPrograms } from '../../../src/program/patterns.ts';
import { programs } from '../../../src/program/presets.ts';
import {
  type Pattern,
  type Program,
  type Settings,
  startingSettings,
  type ZoneSetting,
} from '../../../src/program/program.ts';

const seconds0To = (most: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: most * 2 }).map((half) => half / 2);

const anySections: fc.Arbitrary<Pattern['sections']> = fc.constantFrom(
  [],
  [],
  [
    { parts: ['foot', 'ankle', 'calf'] as const, sweeps: 2 },
    { parts: ['knee', 'lower thigh', 'upper thigh'] as const, sweeps: 3 },
  ],
);

/** A preset or a plain pattern, with random figures. */
export const anyProgram: fc.Arbitrary<Program> = fc
  .record({
    base: fc.constantFrom(...programs, ...plainPrograms),
    onsetDelay: fc.constantFrom(null, null, 0, 4, 8),
    steps: fc.integer({ min: 1, max: 8 }),
    ramp: fc.integer({ min: 5, max: 20 }).map(mmhgPerSecond),
    hold: seconds0To(10).map(seconds),
    trailingHolds: fc.integer({ min: 1, max: 4 }),
    release: fc.constantFrom('trailing' as const, 'together' as const),
    rest: seconds0To(30).map(seconds),
    warmUpCycles: fc.constantFrom(0, 0, 3),
    legs: fc.constantFrom('together' as const, 'together' as const, 'alternate' as const),
    sections: anySections,
  })
  .map(({ base, onsetDelay, ...drawn }) => ({
    ...base,
    pattern: {
      ...base.pattern,
      ...drawn,
      breathing: false,
      onsetDelay: onsetDelay === null ? null : seconds(onsetDelay),
    },
  }));

const anyZone: fc.Arbitrary<ZoneSetting> = fc.record({
  on: fc.constantFrom(true, true, true, true, false),
  trim: fc.constantFrom(0, 0, -20, -7, 5, 20).map(mmhg),
  boost: fc.record({
    pressure: fc.constantFrom(0, 0, 5, 20).map(mmhg),
    hold: fc.constantFrom(0, 0, 3, 10).map(seconds),
  }),
});

const zones = fc.oneof(fc.constant([]), fc.array(anyZone, { maxLength: 8 }));

/** Random settings that a person could choose with these programs. */
export const settingsOf = (anyOf: fc.Arbitrary<Program>): fc.Arbitrary<Settings> =>
  fc
    .record({
      program: anyOf,
      zones: fc.record({ left: zones, right: zones }),
      intensity: fc.integer({ min: 15, max: 100 }).map(mmhg),
      minutes: fc.integer({ min: 1, max: 10 }),
    })
    .map((drawn) => ({ ...startingSettings(drawn.program), ...drawn, confirmed: drawn.intensity > 80 }));

/**
 * The highest intensity, mmHg, at which boots that are not weak can play a preset. Programs with a step for each breath, or with a ramp
 * as gentle as 5 mmHg/s, are for light squeezes: at a high intensity a step takes several breaths or a quarter of a minute, so a squeeze
 * may last too long.
 */
export const mostOf = ({ peak, pattern: { breathing, ramp } }: Program): number =>
  breathing || ramp <= 5 ? Math.max(30, peak) : 80;

/**
 * The highest intensity, mmHg, at which boots of this shape can play a preset if they are not weak. With three zones a leg, a section of
 * the program may be a single zone: a third of both legs. The weakest pumps need nearly 20 s to fill it, as long as a reverse gradient
 * may last, so the last few mmHg are refused.
 */
export const mostOn = (program: Program, { parts, sides, pumpFlow }: BootsShape): number => {
  const isSlow = parts.length === 3 && sides.length === 2 && pumpFlow < 9;
  return program.pattern.sections.length > 0 && isSlow ? 75 : mostOf(program);
};
