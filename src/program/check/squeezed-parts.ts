/** The parts of the leg that a program squeezes, and the peak of each. */

import { type LegPart, type LegShape, legParts, type PartShape } from '../program.ts';

/** Tolerance for rounding errors in shares of the peak, mmHg. */
export const ROUNDING_ERROR = 0.01;

/** `peak` is in mmHg. */
export interface SqueezedPart {
  readonly part: LegPart;
  readonly shape: PartShape;
  readonly peak: number;
}

/** @param peak intensity, mmHg. @returns foot first */
export const squeezedParts = (shape: LegShape, peak: number): readonly SqueezedPart[] =>
  legParts
    .filter((part) => shape[part].enabled)
    .map((part) => {
      const { fraction, trim, boost } = shape[part];
      return { part, shape: shape[part], peak: fraction * peak + trim + boost.pressure };
    });
