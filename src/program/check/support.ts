/**
 * A squeeze must not push blood back toward the foot. So if a part is squeezed above 30 mmHg, all parts distal to it must be on, none of
 * them may rest in another section, and a pattern with `trailing` release must hold steps behind the wave. That their pressure is high
 * enough follows from another rule: no peak is below 60 % of the highest (`LEAST_SHARE_OF_HIGHEST`).
 */

import { rules } from '../../../firmware-protocol/limits.ts';
import { type Mmhg, mmhg } from '../../../firmware-protocol/quantities.ts';
import type { ShapeProblem } from '../problem.ts';
import { legParts, type Program } from '../program.ts';
import { LEAST_TARGET } from '../ranges.ts';
import { ROUNDING_ERROR, type SqueezedPart, squeezedParts } from './squeezed-parts.ts';

function offProblems({ shape }: Program, strong: readonly SqueezedPart[]): readonly ShapeProblem[] {
  return legParts.flatMap((part, index): readonly ShapeProblem[] => {
    const above = strong.find((other) => legParts.indexOf(other.part) > index);
    return shape[part].enabled || !above
      ? []
      : [{ kind: 'partOffBelow', part, above: above.part, peak: mmhg(above.peak) }];
  });
}

const restingProblems = (
  { pattern, shape }: Program,
  strong: readonly SqueezedPart[],
): readonly ShapeProblem[] =>
  pattern.sections.flatMap(({ parts }, index): readonly ShapeProblem[] => {
    const open = strong
      .filter(({ part }) => parts.includes(part))
      .map((squeezed) => {
        const distal = legParts.slice(0, legParts.indexOf(squeezed.part));
        return { squeezed, part: distal.findLast((part) => shape[part].enabled && !parts.includes(part)) };
      })
      .find(({ part }) => part !== undefined);
    if (open?.part === undefined) return [];
    const { part, peak } = open.squeezed;
    return [{ kind: 'partRestsBelow', section: index + 1, part: open.part, above: part, peak: mmhg(peak) }];
  });

function releaseProblems({ pattern }: Program, strong: readonly SqueezedPart[]): readonly ShapeProblem[] {
  if (pattern.release !== 'trailing' || pattern.trailingHolds > 0 || strong.length === 0) return [];
  return [{ kind: 'nothingHeld', peak: mmhg(Math.max(...strong.map(({ peak }) => peak))) }];
}

/** @param peak the intensity at which the program is checked, mmHg */
export function supportProblems(program: Program, peak: number): readonly ShapeProblem[] {
  const strong = squeezedParts(program.shape, peak).filter(
    (each) => each.peak > rules.squeezed + ROUNDING_ERROR,
  );
  return strong.length === 0
    ? []
    : [
        ...offProblems(program, strong),
        ...restingProblems(program, strong),
        ...releaseProblems(program, strong),
      ];
}

/**
 * The highest intensity, from `most` down in steps of 1 mmHg, at which `supportProblems` finds nothing; `LEAST_TARGET` if there is none
 * above that.
 * @param most upper bound, mmHg
 */
export function highestSupported(program: Program, most: number): Mmhg {
  let highest = most;
  while (highest > LEAST_TARGET && supportProblems(program, highest).length > 0) {
    highest = Math.ceil(highest) - 1;
  }
  return mmhg(highest);
}
