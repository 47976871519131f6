/**
 * Blood is not to be pushed back toward the foot: below a part squeezed above 30 mmHg nothing is left open, whether it is switched
 * off, waits for the turn of its section, or has let go. Parts that are on and take part support it by half at least, as long as
 * they keep to the least share of the highest.
 */

import { rules } from '../../../firmware-protocol/limits.ts';
import type { Problem } from '../problem.ts';
import { legParts, type Program } from '../program.ts';
import { LEAST_TARGET } from '../ranges.ts';
import { HAIR, mmhgWords, type Squeezed, squeezedParts } from './squeezed.ts';

const orLess = `keep all above it at ${rules.squeezed} mmHg or less`;

function offProblems({ shape }: Program, strong: readonly Squeezed[]): readonly Problem[] {
  return legParts.flatMap((part, index) => {
    const above = strong.find((other) => legParts.indexOf(other.part) > index);
    if (shape[part].enabled || !above) return [];
    return [
      {
        place: part,
        reason: `It is switched off, and the ${above.part} above it gets ${mmhgWords(above.peak)}.`,
        suggestion: `Switch it on, or ${orLess}.`,
      },
    ];
  });
}

const sectionProblems = ({ pattern, shape }: Program, strong: readonly Squeezed[]): readonly Problem[] =>
  pattern.sections.flatMap(({ parts }, index) => {
    const open = strong
      .filter(({ part }) => parts.includes(part))
      .map((squeezed) => {
        const below = legParts.slice(0, legParts.indexOf(squeezed.part));
        return { squeezed, below: below.findLast((part) => shape[part].enabled) };
      })
      .find(({ below }) => below !== undefined && !parts.includes(below));
    if (open?.below === undefined) return [];
    return [
      {
        place: `section ${index + 1}`,
        reason: `The ${open.below} rests while the ${open.squeezed.part} above it gets ${mmhgWords(open.squeezed.peak)}.`,
        suggestion: `Add the ${open.below} to the section, or ${orLess}.`,
      },
    ];
  });

function releaseProblems({ pattern }: Program, strong: readonly Squeezed[]): readonly Problem[] {
  const [first] = strong;
  if (pattern.release !== 'trailing' || pattern.trailingHolds > 0 || !first) return [];
  return [
    {
      place: 'trailing holds',
      reason: `Nothing stays held behind a wave of ${mmhgWords(Math.max(...strong.map(({ peak }) => peak)))}.`,
      suggestion: `Hold 1 step or more, let go together, or keep all at ${rules.squeezed} mmHg or less.`,
    },
  ];
}

/** @param peak intensity it is judged at, mmHg */
export function supportProblems(program: Program, peak: number): readonly Problem[] {
  const strong = squeezedParts(program.shape, peak).filter((each) => each.peak > rules.squeezed + HAIR);
  return strong.length === 0
    ? []
    : [
        ...offProblems(program, strong),
        ...sectionProblems(program, strong),
        ...releaseProblems(program, strong),
      ];
}

/** Highest intensity at which nothing is left open below what is squeezed, in whole mmHg. @param most it is no higher */
export function highestSupported(program: Program, most: number): number {
  let highest = most;
  while (highest > LEAST_TARGET && supportProblems(program, highest).length > 0) {
    highest = Math.ceil(highest) - 1;
  }
  return highest;
}
