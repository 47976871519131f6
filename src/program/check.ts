/**
 * Checks a program, whatever boots play it: its texts and figures, the settings saved with it, its pattern, its sections, and whether the
 * pressures of the parts of the leg fit together.
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

const LONGEST_CONFIRMED_MINUTES = limits.confirmedSession.byDefault / 60;

const durationProblem = (
  field: 'minutes' | 'setMinutes',
  peak: number,
  minutes: number,
): PatternProblem | null =>
  peak > rules.confirmAbove && minutes > LONGEST_CONFIRMED_MINUTES && minutes <= ranges.minutes.most
    ? { kind: 'tooLongForPressure', field, least: ranges.minutes.least, most: LONGEST_CONFIRMED_MINUTES }
    : null;

function setProblems({ set }: Program): readonly (ProgramProblem | null)[] {
  if (!set) return [];
  return [
    fieldProblem('setIntensity', set.intensity, ranges.peak),
    fieldProblem('setMinutes', set.minutes, ranges.minutes),
    durationProblem('setMinutes', set.intensity, set.minutes),
    ...setZonesProblems(set.zones),
  ];
}

export function checkProgram(program: Program): readonly ProgramProblem[] {
  const peak = fieldProblem('peak', program.peak, ranges.peak);
  const parts = partProblems(program.shape);
  // Only pressures in their ranges can be compared with each other.
  const canJudgeShape = peak === null && parts.length === 0;
  return [
    textProblem('name', program.name, texts.name),
    textProblem('purpose', program.purpose, texts.purpose),
    peak,
    fieldProblem('minutes', program.minutes, ranges.minutes),
    durationProblem('minutes', program.peak, program.minutes),
    ...setProblems(program),
    ...patternProblems(program.pattern),
    ...parts,
    ...(canJudgeShape ? shapeProblems(program) : []),
    ...sectionProblems(program),
  ].filter(isProblem);
}
