/**
 * Checks a program: whether every figure is in its range, and whether the parts of the leg go together. A program with a problem is
 * refused with all its problems, never changed silently.
 */

import { limits, rules } from '../../firmware-protocol/limits.ts';
import { patternProblems } from './check/check-pattern.ts';
import { sectionProblems } from './check/check-sections.ts';
import { setZonesProblems } from './check/check-set.ts';
import { partProblems, shapeProblems } from './check/check-shape.ts';
import { fieldProblem, textProblem } from './check/figures.ts';
import { isProblem, type PatternProblem, type ProgramProblem } from './problem.ts';
import type { Program } from './program.ts';
import { ranges, texts } from './ranges.ts';

/** Longest session above 80 mmHg, min. */
const CONFIRMED_MINUTES = limits.confirmedSession.byDefault / 60;

const lastsTooLong = (
  field: 'minutes' | 'setMinutes',
  peak: number,
  minutes: number,
): PatternProblem | null =>
  peak > rules.confirmAbove && minutes > CONFIRMED_MINUTES && minutes <= ranges.minutes.most
    ? { kind: 'tooLongForPressure', field, least: ranges.minutes.least, most: CONFIRMED_MINUTES }
    : null;

function setProblems({ set }: Program): readonly (ProgramProblem | null)[] {
  if (!set) return [];
  return [
    fieldProblem('setIntensity', set.intensity, ranges.peak),
    fieldProblem('setMinutes', set.minutes, ranges.minutes),
    lastsTooLong('setMinutes', set.intensity, set.minutes),
    ...setZonesProblems(set.zones),
  ];
}

/** Everything wrong with a program by itself, whatever boots play it. Empty if nothing is. */
export function checkProgram(program: Program): readonly ProgramProblem[] {
  const peak = fieldProblem('peak', program.peak, ranges.peak);
  const parts = partProblems(program.shape);
  // How parts go together can only be judged once every pressure is in its range.
  const judged = peak === null && parts.length === 0;
  return [
    textProblem('name', program.name, texts.name),
    textProblem('purpose', program.purpose, texts.purpose),
    peak,
    fieldProblem('minutes', program.minutes, ranges.minutes),
    lastsTooLong('minutes', program.peak, program.minutes),
    ...setProblems(program),
    ...patternProblems(program.pattern),
    ...parts,
    ...(judged ? shapeProblems(program) : []),
    ...sectionProblems(program),
  ].filter(isProblem);
}
