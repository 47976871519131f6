/** Checks the sections of a pattern: stretches of the leg that take turns. */

import { type FigureProblem, isProblem, type PatternProblem } from '../problem.ts';
import { type LegPart, legParts, type Program } from '../program.ts';
import { ranges } from '../ranges.ts';
import { figureProblem } from './figures.ts';

function stretchProblem(
  section: number,
  parts: readonly LegPart[],
  { shape }: Program,
): PatternProblem | null {
  if (parts.length === 0) return { kind: 'sectionEmpty', section, parts: legParts };
  if (parts.some((part) => !legParts.includes(part)))
    return { kind: 'sectionUnknownPart', section, parts: legParts };
  const repeated = parts.find((part, index) => parts.indexOf(part) !== index);
  if (repeated !== undefined) return { kind: 'sectionRepeats', section, part: repeated };
  return parts.some((part) => shape[part].enabled) ? null : { kind: 'sectionOff', section };
}

export function sectionProblems(program: Program): readonly (FigureProblem | PatternProblem)[] {
  const { sections } = program.pattern;
  const { most } = ranges.sections;
  if (sections.length === 0) return [];
  if (sections.length > most) return [{ kind: 'sectionsTooMany', sections: sections.length, most }];
  const each = sections.flatMap(({ parts, sweeps }, index) => [
    stretchProblem(index + 1, parts, program),
    figureProblem({ at: 'sweeps', section: index + 1 }, sweeps, ranges.sweeps),
  ]);
  const left = legParts.filter(
    (part) => program.shape[part].enabled && !sections.some(({ parts }) => parts.includes(part)),
  );
  return [...each, ...left.map((part) => ({ kind: 'inNoSection', part }) as const)].filter(isProblem);
}
