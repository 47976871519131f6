/**
 * Sets the peak of one part as a pressure. A program stores each part as a share of the program's peak. To change one part and no other,
 * the program's peak becomes that of its strongest part (without trim and boost), and the shares of the parts are computed anew.
 */

import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { type LegPart, legParts, type PartShape, type Program } from '../program.ts';
import { ranges } from '../ranges.ts';

/** Shares are rounded to this many decimals. At 100 mmHg that is 0.001 mmHg, below the tolerance of the checks (`ROUNDING_ERROR`). */
const SHARE_DECIMALS = 5;

const roundedShare = (share: number): number => Number(share.toFixed(SHARE_DECIMALS));

/** Rounds a pressure in mmHg to two decimals, so that rounding errors do not add up. */
const hundredths = (pressure: number): number => Number(pressure.toFixed(2));

const trimAndBoost = ({ trim, boost }: PartShape): number => trim + boost.pressure;

/** @returns mmHg */
export const peakOf = ({ shape, peak }: Program, part: LegPart): number =>
  shape[part].fraction * peak + trimAndBoost(shape[part]);

/** @param wanted mmHg, trim and boost included */
export function withPartPeak(program: Program, part: LegPart, wanted: number): Program {
  const { shape, peak } = program;
  const own = (each: LegPart): number =>
    each === part ? wanted - trimAndBoost(shape[part]) : hundredths(shape[each].fraction * peak);
  const strongest = Math.max(...legParts.filter((each) => shape[each].enabled).map(own));
  if (!Number.isFinite(strongest)) {
    return { ...program, shape: { ...shape, [part]: { ...shape[part], fraction: Number.NaN } } };
  }
  // If even the strongest part is too weak, the peak stays in its range, so that the part is reported as too low and not the program.
  const top = hundredths(Math.max(ranges.peak.least, strongest));
  const entries = legParts.map((each) => {
    // A part that is switched off may be stronger than every part that is on; then its share is cut to 1.
    const share = Math.min(1, own(each) / top);
    return [each, { ...shape[each], fraction: roundedShare(share) }] as const;
  });
  return { ...program, peak: mmhg(top), shape: { ...shape, ...Object.fromEntries(entries) } };
}
