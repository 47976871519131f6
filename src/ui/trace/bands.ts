/** Places the zones of a trace in bands, one above the other with the foot at the bottom. */

import type { Mmhg } from '../../../firmware-protocol/quantities.ts';
import type { Columns } from './columns.ts';

/** How much of a band's height the scale fills. The rest is a gap, so that no trace touches the band above. */
const FILLED_SHARE = 0.88;

/** The band of each zone, 0 at the bottom; null = hidden. @param shown whether each zone is shown, foot first */
export const bandsOf = (shown: readonly boolean[]): readonly (number | null)[] => {
  let next = 0;
  return shown.map((on) => (on ? next++ : null));
};

/**
 * Converts columns of pressures to heights: band 2 reaches from 2 to 3. A hidden zone becomes all gaps.
 * @param bands the band of each zone; null = hidden
 * @param full the pressure at the top of the scale; higher pressures are drawn there too
 */
export function inBands(
  [times, ...columns]: Columns,
  bands: readonly (number | null)[],
  full: Mmhg,
): Columns {
  const zones = columns.length / 2;
  const placed = columns.map((column, i) => {
    const band = bands[i % zones] ?? null;
    return column.map((pressure) =>
      band === null || pressure === null
        ? null
        : band + FILLED_SHARE * Math.min(1, Math.max(0, pressure / full)),
    );
  });
  return [times, ...placed];
}

/** The scale of a band ends at a multiple of this, mmHg. */
const SCALE_STEP = 10;

/** Rounds up, so that the scale does not change with each step of the intensity dial. */
export const roundFull = (full: Mmhg): Mmhg => (Math.ceil(full / SCALE_STEP) * SCALE_STEP) as Mmhg;
