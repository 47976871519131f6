/** Checks the figures of each part of the leg, its pressure at the program's own peak, and whether these pressures fit together. */

import { limits, rules } from '../../../firmware-protocol/limits.ts';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { type FigureProblem, isProblem, type ShapeProblem, type ZoneFigure } from '../problem.ts';
import { type LegShape, legParts, type Program } from '../program.ts';
import {
  LEAST_HELD_SHARE,
  LEAST_PRESSURE_STEP,
  LEAST_SHARE_OF_HIGHEST,
  LEAST_TARGET,
  type Range,
  ranges,
} from '../ranges.ts';
import { figureProblem } from './figures.ts';
import { ROUNDING_ERROR, type SqueezedPart, squeezedParts } from './squeezed-parts.ts';
import { supportProblems } from './support.ts';

export const partProblems = (shape: LegShape): readonly FigureProblem[] =>
  legParts
    .flatMap((part) => {
      const { fraction, holdFraction, trim, boost } = shape[part];
      const figure = (name: ZoneFigure, value: number, range: Range) =>
        figureProblem({ at: 'part', part, figure: name }, value, range);
      return [
        figure('fraction', fraction, ranges.fraction),
        figure('holdFraction', holdFraction, ranges.holdFraction),
        figure('trim', trim, ranges.trim),
        figure('boost', boost.pressure, ranges.boostPressure),
        figure('boostHold', boost.hold, ranges.boostHold),
      ];
    })
    .filter(isProblem);

function peakProblem({ part, peak }: SqueezedPart, program: Program): ShapeProblem | null {
  if (peak < LEAST_TARGET - ROUNDING_ERROR)
    return { kind: 'partTooLow', part, peak: mmhg(peak), least: mmhg(LEAST_TARGET) };
  const session = program.peak > rules.confirmAbove ? limits.target.hard : rules.confirmAbove;
  const most = part === 'knee' ? Math.min(session, limits.knee.byDefault) : session;
  return peak <= most + ROUNDING_ERROR
    ? null
    : { kind: 'partTooHigh', part, peak: mmhg(peak), most: mmhg(most) };
}

/** @param distal the next part toward the foot that is switched on */
function neighbourProblems(
  distal: SqueezedPart,
  { part, peak }: SqueezedPart,
): readonly (ShapeProblem | null)[] {
  const apart = Math.abs(peak - distal.peak);
  const pair = {
    part,
    peak: mmhg(peak),
    distal: distal.part,
    distalPeak: mmhg(distal.peak),
    step: mmhg(LEAST_PRESSURE_STEP),
  };
  return [
    part === 'knee' && peak > distal.peak + ROUNDING_ERROR ? { kind: 'kneeAboveDistal', ...pair } : null,
    apart > ROUNDING_ERROR && apart < LEAST_PRESSURE_STEP - ROUNDING_ERROR
      ? { kind: 'partsTooClose', ...pair }
      : null,
  ];
}

function weakestProblem(squeezed: readonly SqueezedPart[]): ShapeProblem | null {
  const strongest = mmhg(Math.max(...squeezed.map(({ peak }) => peak)));
  const least = LEAST_SHARE_OF_HIGHEST * strongest;
  const weak = squeezed.filter(({ peak }) => peak < least - ROUNDING_ERROR);
  const weakest = weak.find(({ peak }) => peak === Math.min(...weak.map((each) => each.peak)));
  if (!weakest) return null;
  const { part, peak } = weakest;
  return {
    kind: 'partTooWeak',
    part,
    peak: mmhg(peak),
    strongest,
    share: LEAST_SHARE_OF_HIGHEST * 100,
    least: mmhg(Math.ceil(least * 10) / 10),
  };
}

function prefillProblem(
  { pattern: { prefill } }: Program,
  squeezed: readonly SqueezedPart[],
): ShapeProblem | null {
  const weakest = mmhg(Math.min(...squeezed.map(({ peak }) => peak)));
  return prefill < weakest - ROUNDING_ERROR ? null : { kind: 'prefillTooHigh', prefill, weakest };
}

/** The pressure that a part keeps while the squeeze climbs on must be high enough to keep blood from flowing back. */
function heldProblem({ part, shape, peak }: SqueezedPart, program: Program): ShapeProblem | null {
  const { trailingHolds, release, steps, onsetDelay } = program.pattern;
  const together = release === 'together';
  if (together && (steps === 1 || onsetDelay === 0)) return null;
  const least =
    together || trailingHolds > 0
      ? Math.max(LEAST_HELD_SHARE, LEAST_TARGET / program.peak)
      : LEAST_HELD_SHARE;
  const held = mmhg(Math.min(peak, shape.holdFraction * program.peak));
  if (shape.holdFraction >= LEAST_HELD_SHARE && held >= least * program.peak - ROUNDING_ERROR) return null;
  return { kind: 'heldTooLow', part, held, least: Math.ceil(least * 100) / 100 };
}

/** Between the squeezes of a pulse, no part may fall below the lowest pressure that a person can feel well (`LEAST_TARGET`). */
function floorProblem(
  { pattern: { pulse } }: Program,
  squeezed: readonly SqueezedPart[],
): ShapeProblem | null {
  const weakest = Math.min(...squeezed.map(({ peak }) => peak));
  if (pulse === null || pulse.count < 2 || weakest * pulse.floor >= LEAST_TARGET - ROUNDING_ERROR)
    return null;
  const least = weakest > LEAST_TARGET ? Math.ceil((LEAST_TARGET / weakest) * 100) / 100 : null;
  return { kind: 'floorTooLow', floor: mmhg(weakest * pulse.floor), felt: mmhg(LEAST_TARGET), least };
}

export function shapeProblems(program: Program): readonly ShapeProblem[] {
  const squeezed = squeezedParts(program.shape, program.peak);
  if (squeezed.length === 0) return [{ kind: 'nothingOn' }];
  return [
    ...squeezed.map((each) => peakProblem(each, program)),
    ...squeezed.slice(1).flatMap((each, index) => neighbourProblems(squeezed[index] ?? each, each)),
    weakestProblem(squeezed),
    prefillProblem(program, squeezed),
    ...squeezed.map((each) => heldProblem(each, program)),
    floorProblem(program, squeezed),
    ...supportProblems(program, program.peak),
  ].filter(isProblem);
}
