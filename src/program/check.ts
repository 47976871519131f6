/**
 * Whether a program is one: every figure in its range, every part of the leg in keeping with the others. A program that somebody
 * wrote is refused with all that is wrong with it, never changed in silence.
 */

import { limits, rules } from '../../firmware-protocol/limits.ts';
import { patternProblems } from './check/check-pattern.ts';
import { sectionProblems } from './check/check-sections.ts';
import { setZonesProblems } from './check/check-set.ts';
import { partProblems, shapeProblems } from './check/check-shape.ts';
import { figureProblem, isProblem, textProblem } from './check/figures.ts';
import type { Problem } from './problem.ts';
import type { Program } from './program.ts';
import { ranges, texts } from './ranges.ts';

/** Longest session above 80 mmHg, min. */
const CONFIRMED_MINUTES = limits.confirmedSession.byDefault / 60;

const lastsTooLong = (place: string, peak: number, minutes: number): Problem | null =>
  peak > rules.confirmAbove && minutes > CONFIRMED_MINUTES && minutes <= ranges.minutes.most
    ? {
        place,
        reason: `A session above ${rules.confirmAbove} mmHg lasts ${CONFIRMED_MINUTES} minutes at most.`,
        suggestion: `Choose ${ranges.minutes.least} to ${CONFIRMED_MINUTES} minutes, or a lower peak.`,
      }
    : null;

function setProblems({ set }: Program): readonly (Problem | null)[] {
  if (!set) return [];
  return [
    figureProblem('set, intensity', set.intensity, ranges.peak),
    figureProblem('set, minutes', set.minutes, ranges.minutes),
    lastsTooLong('set, minutes', set.intensity, set.minutes),
    ...setZonesProblems(set.zones),
  ];
}

/** All that is wrong with a program by itself, whatever boots it is for; empty = nothing. */
export function checkProgram(program: Program): readonly Problem[] {
  const peak = figureProblem('peak', program.peak, ranges.peak);
  const parts = partProblems(program.shape);
  // How parts go together can only be judged of pressures that are some.
  const judged = peak === null && parts.length === 0;
  return [
    textProblem('name', program.name, texts.name),
    textProblem('purpose', program.purpose, texts.purpose),
    peak,
    figureProblem('minutes', program.minutes, ranges.minutes),
    lastsTooLong('minutes', program.peak, program.minutes),
    ...setProblems(program),
    ...patternProblems(program.pattern),
    ...parts,
    ...(judged ? shapeProblems(program) : []),
    ...sectionProblems(program),
  ].filter(isProblem);
}
