/** The parts of a leg that are squeezed, and what each gets. */

import { type LegPart, type LegShape, legParts, type PartShape } from '../program.ts';
import { said } from './figures.ts';

/** Shares of the peak are not exact in binary, mmHg. */
export const HAIR = 0.01;

/** A part that is squeezed and what it gets, mmHg. */
export interface Squeezed {
  readonly part: LegPart;
  readonly shape: PartShape;
  readonly peak: number;
}

export const mmhgWords = (pressure: number): string => `${said(Math.round(pressure * 10) / 10)} mmHg`;

/** @param peak intensity, mmHg. @returns foot first */
export const squeezedParts = (shape: LegShape, peak: number): readonly Squeezed[] =>
  legParts
    .filter((part) => shape[part].enabled)
    .map((part) => {
      const { fraction, trim, boost } = shape[part];
      return { part, shape: shape[part], peak: fraction * peak + trim + boost.pressure };
    });
