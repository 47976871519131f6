/** Stretches of the leg that take turns. */

import type { Problem } from '../problem.ts';
import type { LegPart, Program } from '../program.ts';
import { legParts } from '../program.ts';
import { ranges } from '../ranges.ts';
import { figureProblem, isProblem } from './figures.ts';

function stretchProblem(place: string, parts: readonly LegPart[], { shape }: Program): Problem | null {
  if (parts.length === 0) {
    return {
      place,
      reason: 'It has no part of the leg.',
      suggestion: `Name some of ${legParts.join(', ')}.`,
    };
  }
  const unknown = parts.find((part) => !legParts.includes(part));
  if (unknown !== undefined) {
    return {
      place,
      reason: 'It names a part that legs do not have.',
      suggestion: `Name some of ${legParts.join(', ')}.`,
    };
  }
  const double = parts.find((part, index) => parts.indexOf(part) !== index);
  if (double !== undefined) {
    return { place, reason: `It has the ${double} twice.`, suggestion: 'Name it once.' };
  }
  return parts.some((part) => shape[part].enabled)
    ? null
    : {
        place,
        reason: 'All of it is switched off, so its turn would squeeze nothing.',
        suggestion: 'Switch on a part of it, or leave the section out.',
      };
}

export function sectionProblems(program: Program): readonly Problem[] {
  const { sections } = program.pattern;
  if (sections.length === 0) return [];
  const tooMany = figureProblem('sections', sections.length, ranges.sections);
  if (tooMany) return [{ ...tooMany, reason: `There are ${sections.length} of them.` }];
  const each = sections.flatMap(({ parts, sweeps }, index) => [
    stretchProblem(`section ${index + 1}`, parts, program),
    figureProblem(`section ${index + 1}, sweeps`, sweeps, ranges.sweeps),
  ]);
  const left = legParts.filter(
    (part) => program.shape[part].enabled && !sections.some(({ parts }) => parts.includes(part)),
  );
  return [
    ...each,
    ...left.map((part) => ({
      place: part,
      reason: 'It is switched on but in no section, so its turn never comes.',
      suggestion: 'Add it to a section, or switch it off.',
    })),
  ].filter(isProblem);
}
