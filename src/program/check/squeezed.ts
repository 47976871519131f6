/** The parts of a leg that are squeezed, and the peak of each. */

import { type LegPart, type LegShape, legParts, type PartShape } from '../program.ts';

/** Tolerance for rounding errors in shares of the peak, mmHg. */
export const ROUNDING = 0.01;

/** A squeezed part and its peak, mmHg. */
export interface Squeezed {
  readonly part: LegPart;
  readonly shape: PartShape;
  readonly peak: number;
}

/** @param peak intensity, mmHg. @returns foot first */
export const squeezedParts = (shape: LegShape, peak: number): readonly Squeezed[] =>
  legParts
    .filter((part) => shape[part].enabled)
    .map((part) => {
      const { fraction, trim, boost } = shape[part];
      return { part, shape: shape[part], peak: fraction * peak + trim + boost.pressure };
    });
