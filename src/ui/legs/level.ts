/** How full a zone is drawn. */

import { type Mmhg, mmhg } from '../../../firmware-protocol/quantities.ts';
import type { ZoneView } from '../../session/view.ts';

/** Room left above the highest pressure asked for. */
const HEADROOM = 1.1;
/** The gentlest programs do not fill the picture. */
const LEAST_FULL: Mmhg = mmhg(36);

/** The pressure at which a zone is drawn full: one for all zones, so that they compare. */
export function fullAt(intensity: Mmhg, zones: readonly ZoneView[]): Mmhg {
  let highest = Math.max(LEAST_FULL, intensity);
  for (const { target } of zones) if (typeof target === 'number') highest = Math.max(highest, target);
  return mmhg(highest * HEADROOM);
}

/** 0 empty to 1 full, in steps of 1/200 so that noise does not redraw. */
export const level = (pressure: Mmhg, full: Mmhg): number =>
  Math.round(Math.min(1, Math.max(0, pressure / full)) * 200) / 200;
