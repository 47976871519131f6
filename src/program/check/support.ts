/**
 * Blood must not be pushed back toward the foot. So no part distal to one that is squeezed above 30 mmHg may be open: not switched off,
 * not in a section that waits for its turn, and not released already. Parts of the same section that are on always support it with at
 * least half its pressure, since no peak is below 60 % of the highest (`LEAST_OF_HIGHEST`).
 */

import { rules } from '../../../firmware-protocol/limits.ts';
import { type Mmhg, mmhg } from '../../../firmware-protocol/quantities.ts';
import type { ShapeProblem } from '../problem.ts';
import { legParts, type Program } from '../program.ts';
import { LEAST_TARGET } from '../ranges.ts';
import { ROUNDING, type Squeezed, squeezedParts } from './squeezed.ts';

function offProblems({ shape }: Program, strong: readonly Squeezed[]): readonly ShapeProblem[] {
  return legParts.flatMap((part, index): readonly ShapeProblem[] => {
    const above = strong.find((other) => legParts.indexOf(other.part) > index);
    return shape[part].enabled || !above
      ? []
      : [{ kind: 'partOffBelow', part, above: above.part, peak: mmhg(above.peak) }];
  });
}

const sectionProblems = ({ pattern, shape }: Program, strong: readonly Squeezed[]): readonly ShapeProblem[] =>
  pattern.sections.flatMap(({ parts }, index): readonly ShapeProblem[] => {
    const open = strong
      .filter(({ part }) => parts.includes(part))
      .map((squeezed) => {
        const distal = legParts.slice(0, legParts.indexOf(squeezed.part));
        return { squeezed, part: distal.findLast((part) => shape[part].enabled) };
      })
      .find(({ part }) => part !== undefined && !parts.includes(part));
    if (open?.part === undefined) return [];
    const { part, peak } = open.squeezed;
    return [{ kind: 'partRestsBelow', section: index + 1, part: open.part, above: part, peak: mmhg(peak) }];
  });

function releaseProblems({ pattern }: Program, strong: readonly Squeezed[]): readonly ShapeProblem[] {
  if (pattern.release !== 'trailing' || pattern.trailingHolds > 0 || strong.length === 0) return [];
  return [{ kind: 'nothingHeld', peak: mmhg(Math.max(...strong.map(({ peak }) => peak))) }];
}

/** @param peak intensity it is judged at, mmHg */
export function supportProblems(program: Program, peak: number): readonly ShapeProblem[] {
  const strong = squeezedParts(program.shape, peak).filter((each) => each.peak > rules.squeezed + ROUNDING);
  return strong.length === 0
    ? []
    : [
        ...offProblems(program, strong),
        ...sectionProblems(program, strong),
        ...releaseProblems(program, strong),
      ];
}

/** Highest whole intensity at which no part is left open below one that is squeezed, mmHg. @param most upper bound */
export function highestSupported(program: Program, most: number): Mmhg {
  let highest = most;
  while (highest > LEAST_TARGET && supportProblems(program, highest).length > 0) {
    highest = Math.ceil(highest) - 1;
  }
  return mmhg(highest);
}
