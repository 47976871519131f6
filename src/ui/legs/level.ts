/** Computes how full the picture of the legs draws a zone. */

import { type Mmhg, mmhg } from '../../../firmware-protocol/quantities.ts';
import type { ZoneView } from '../../session/view.ts';

/** The scale ends at this multiple of the highest pressure that it must show. */
const HEADROOM = 1.1;
/** The scale reaches at least this pressure, so that a gentle program looks gentle. */
const LEAST_FULL: Mmhg = mmhg(36);

/** The pressure at which a zone is drawn full: the same for all zones, so that they can be compared. */
export function fullAt(intensity: Mmhg, zones: readonly ZoneView[]): Mmhg {
  let highest = Math.max(LEAST_FULL, intensity);
  for (const { target } of zones) if (typeof target === 'number') highest = Math.max(highest, target);
  return mmhg(highest * HEADROOM);
}

/** How full a zone is, from 0 (empty) to 1 (full), in steps of 1/200: sensor noise then seldom changes the picture. */
export const level = (pressure: Mmhg, full: Mmhg): number =>
  Math.round(Math.min(1, Math.max(0, pressure / full)) * 200) / 200;
