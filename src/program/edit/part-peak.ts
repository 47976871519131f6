/**
 * The peak of one part as a pressure. A program keeps shares of its own peak; so that a hand can set one part and leave the others alone,
 * the program's peak follows its strongest part, and the shares follow the program's peak.
 */

import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { type LegPart, legParts, type PartShape, type Program } from '../program.ts';
import { ranges } from '../ranges.ts';

/** Shares are kept to this many decimals: 100 mmHg to 0.001 mmHg, far below the tolerance of the checks. */
const DECIMALS = 5;

const rounded = (share: number): number => Number(share.toFixed(DECIMALS));

/** What rounding the shares has left behind goes, so that it never adds up, mmHg. */
const hundredths = (pressure: number): number => Number(pressure.toFixed(2));

const added = ({ trim, boost }: PartShape): number => trim + boost.pressure;

/** @returns mmHg */
export const peakOf = ({ shape, peak }: Program, part: LegPart): number =>
  shape[part].fraction * peak + added(shape[part]);

/** @param wanted mmHg, boost included */
export function withPartPeak(program: Program, part: LegPart, wanted: number): Program {
  const { shape, peak } = program;
  const own = (each: LegPart): number =>
    each === part ? wanted - added(shape[part]) : hundredths(shape[each].fraction * peak);
  const strongest = Math.max(...legParts.filter((each) => shape[each].enabled).map(own));
  if (!Number.isFinite(strongest)) {
    return { ...program, shape: { ...shape, [part]: { ...shape[part], fraction: Number.NaN } } };
  }
  // Below the lowest peak there is, the part is what is too low, not the program.
  const top = hundredths(Math.max(ranges.peak.least, strongest));
  const entries = legParts.map((each) => {
    // A part that is switched off must not hold up the others.
    const share = Math.min(1, own(each) / top);
    return [each, { ...shape[each], fraction: rounded(share) }] as const;
  });
  return { ...program, peak: mmhg(top), shape: { ...shape, ...Object.fromEntries(entries) } };
}
