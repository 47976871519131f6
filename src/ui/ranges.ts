/** What can be set with the sliders. */

import { type Mmhg, mmhg } from '../../firmware-protocol/quantities.ts';
import type { BootsView } from '../session/view.ts';

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** Below this a squeeze is not felt. */
const LOWEST_INTENSITY: Mmhg = mmhg(20);
/** Boots that are not known yet get the default limit. */
const HIGHEST_INTENSITY: Mmhg = mmhg(80);

/** mmHg; never above what the boots take without confirmation. */
export const intensityRange = (boots: BootsView | null): Range => ({
  min: LOWEST_INTENSITY,
  max: Math.min(HIGHEST_INTENSITY, boots?.highest ?? HIGHEST_INTENSITY),
});

/** min of wall time. */
export const minutesRange: Range = { min: 1, max: 60 };
