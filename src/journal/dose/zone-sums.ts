/** Adds up a zone's measured pressures sample by sample: peak, mean, time above 30 mmHg, dose. */

import { rules } from '../../../firmware-protocol/limits.ts';
import { type Mmhg, mmhg, type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';

export interface ZoneSum {
  readonly peak: number;
  /** ∫p dt, mmHg·s. */
  readonly area: number;
  /** Measured time, s. */
  readonly measured: number;
  /** Time above 30 mmHg, s. */
  readonly above30: number;
  /** ∫(p − 30)⁺ dt, mmHg·s. */
  readonly dose: number;
}

export const emptySum: ZoneSum = { peak: 0, area: 0, measured: 0, above30: 0, dose: 0 };

/** @param pressure null = not measured, so the sample adds nothing; below zero, as from a sensor at rest, it counts as zero */
export function withSample(sum: ZoneSum, pressure: Mmhg | null, lasts: Seconds): ZoneSum {
  if (pressure === null) return sum;
  const real = Math.max(0, pressure);
  const over = Math.max(0, real - rules.squeezed);
  return {
    peak: Math.max(sum.peak, real),
    area: sum.area + real * lasts,
    measured: sum.measured + lasts,
    above30: sum.above30 + (over > 0 ? lasts : 0),
    dose: sum.dose + over * lasts,
  };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Totals rounded to 0.1; the dose is in mmHg·min. */
export const zoneTotals = ({ peak, area, measured, above30, dose }: ZoneSum) => ({
  peak: mmhg(tenth(peak)),
  mean: mmhg(tenth(measured === 0 ? 0 : area / measured)),
  above30: seconds(tenth(above30)),
  dose: tenth(dose / 60),
});
