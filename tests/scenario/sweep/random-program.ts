/** Random programs, drawn within the ranges of patterns and shapes. */

import fc from 'fast-check';
import { mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import { checkProgram } from '../../../src/program/check.ts';
import {
  type LegPart,
  type LegShape,
  legParts,
  type PartShape,
  type Pattern,
  type Program,
  type Section,
} from '../../../src/program/program.ts';

export const whole = (min: number, max: number) => fc.integer({ min, max });
export const tenths = (min: number, max: number) => whole(min * 10, max * 10).map((value) => value / 10);
/** Draws from `usual` three times out of four, otherwise from `rare`. */
export const mostly = <T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 3, arbitrary: usual }, { weight: 1, arbitrary: rare });

/**
 * Peaks of the parts at the program's own intensity, foot first, mmHg. No part has more than the part below it,
 * or less than 60 % of the foot. None has less than 15 mmHg unless the foot has, and the knee has at most 80.
 */
const peaksFalling = (peak: number): fc.Arbitrary<readonly number[]> =>
  fc.array(mostly(fc.constant(0), whole(5, 10)), { minLength: 5, maxLength: 5 }).map((falls) => {
    const floor = Math.max(15, Math.ceil(0.6 * peak));
    const peaks = [peak];
    falls.forEach((fall, index) => {
      const below = peaks.at(-1) ?? peak;
      const knee = legParts[index + 1] === 'knee';
      if (knee && below > 80) peaks.push(75);
      else peaks.push(below - fall >= floor ? below - fall : below);
    });
    return peaks;
  });

/** Number of parts that are on, from the foot up: usually all. */
const partsOn = mostly(fc.constant(legParts.length), whole(1, legParts.length));

const boost = mostly(
  fc.constant({ pressure: mmhg(0), hold: seconds(0) }),
  fc.record({ pressure: fc.constantFrom(0, 5).map(mmhg), hold: whole(0, 6).map(seconds) }),
);

const shapeOver = (peak: number, supporting: boolean): fc.Arbitrary<LegShape> =>
  fc
    .tuple(
      peaksFalling(peak),
      partsOn,
      whole(supporting ? 58 : Math.max(50, Math.ceil(1500 / peak)), 100),
      fc.array(boost, { minLength: 6, maxLength: 6 }),
    )
    .map(([peaks, on, held, boosts]) => {
      const part = (index: number): PartShape => ({
        enabled: index < on,
        fraction: (peaks[index] ?? peak) / peak,
        holdFraction: held / 100,
        trim: mmhg(0),
        boost: boosts[index] ?? { pressure: mmhg(0), hold: seconds(0) },
      });
      return {
        foot: part(0),
        ankle: part(1),
        calf: part(2),
        knee: part(3),
        'lower thigh': part(4),
        'upper thigh': part(5),
      };
    });

/** Two sections: groups of the leg's parts that take turns. */
const sections: fc.Arbitrary<readonly Section[]> = fc
  .tuple(whole(1, 5), whole(1, 4), whole(1, 4))
  .map(([cut, low, high]) => {
    const parts: readonly LegPart[] = legParts;
    return [
      { parts: parts.slice(0, cut), sweeps: low },
      { parts: parts.slice(cut), sweeps: high },
    ];
  });

const onsets = fc.oneof(
  { weight: 4, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: whole(1, 30) },
);

const pattern: fc.Arbitrary<Pattern> = fc
  .record({
    prefill: whole(15, 22),
    onset: onsets,
    breathes: fc.boolean(),
    steps: whole(2, 8),
    ramp: whole(4, 25),
    hold: mostly(tenths(0, 8), whole(0, 50)),
    pulse: mostly(
      fc.constant(null),
      fc.record({ on: tenths(0.5, 3), off: tenths(0.5, 2), count: whole(2, 4), floor: whole(60, 90) }),
    ),
    trailing: whole(0, 4),
    release: fc.constantFrom('trailing', 'together'),
    rest: whole(0, 40),
    warmUp: mostly(fc.constant(0), whole(2, 4)),
    legs: mostly(fc.constant('together'), fc.constantFrom('alternate', 'left', 'right')),
    sections: mostly(fc.constant([]), sections),
  })
  .map((figures): Pattern => {
    const { onset, pulse, steps } = figures;
    const trails = figures.release === 'trailing' && onset !== 0 && steps > 2;
    return {
      id: 'random',
      name: 'Random',
      prefill: mmhg(figures.prefill),
      onsetDelay: onset === null ? null : seconds(onset),
      breathing: figures.breathes && onset !== null && onset >= 5 && onset <= 15,
      steps: onset === 0 ? 1 : steps,
      ramp: mmhgPerSecond(figures.ramp),
      hold: seconds(figures.hold),
      pulse:
        pulse === null || onset !== null
          ? null
          : {
              on: seconds(pulse.on),
              off: seconds(pulse.off),
              count: pulse.count,
              floor: pulse.floor / 100,
            },
      trailingHolds: trails
        ? Math.min(Math.max(1, figures.trailing), steps - 2)
        : Math.min(figures.trailing, onset === 0 ? 0 : steps - 1),
      release: trails ? 'trailing' : 'together',
      rest: seconds(figures.rest),
      warmUpCycles: figures.warmUp,
      legs: figures.legs,
      sections: figures.sections,
    };
  });

/** Simpler versions of a program: without boosts, then without a pulse, then without sections. */
function plainer(program: Program): readonly Program[] {
  const { pattern, shape } = program;
  const unboosted = Object.fromEntries(
    legParts.map((part) => [part, { ...shape[part], boost: { ...shape[part].boost, pressure: mmhg(0) } }]),
  );
  const even: Program = { ...program, shape: { ...shape, ...unboosted } };
  const smooth: Program = { ...even, pattern: { ...pattern, pulse: null } };
  return [even, smooth, { ...smooth, pattern: { ...smooth.pattern, sections: [] } }];
}

/** A drawn program that passes program/check.ts. If neither the drawn program nor a simpler version passes, the drawn one. */
export const randomProgram: fc.Arbitrary<Program> = fc
  .tuple(pattern, mostly(whole(28, 80), whole(81, 100)))
  // A program with sections has a low peak, because a part that rests does not support the parts above it.
  .map(([squeezes, peak]) => [squeezes, squeezes.sections.length > 0 ? 26 + (peak % 5) : peak] as const)
  .chain(([squeezes, peak]) =>
    shapeOver(peak, squeezes.release === 'trailing').map((shape): Program => {
      const drawn: Program = {
        id: 'random',
        name: 'Random',
        purpose: 'Drawn by chance.',
        pattern: {
          ...squeezes,
          prefill: mmhg(Math.min(squeezes.prefill, Math.max(15, Math.floor(0.5 * peak)))),
        },
        shape,
        peak: mmhg(peak),
        minutes: 10,
      };
      return [drawn, ...plainer(drawn)].find((program) => checkProgram(program).length === 0) ?? drawn;
    }),
  );
