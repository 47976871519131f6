/** What can be set with the sliders. */

import { type Mmhg, mmhg } from '../../../firmware-protocol/quantities.ts';
import type { BootsView } from '../../session/view.ts';

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** Below this a squeeze is not felt. */
const LOWEST_INTENSITY: Mmhg = mmhg(20);
/** Boots that are not known yet get the default limit. */
const HIGHEST_INTENSITY: Mmhg = mmhg(80);
/** min of wall time, likewise. */
const LONGEST = 60;

/** mmHg; as far as these boots go now, and never so short that the value asked for is not on it. */
export const intensityRange = (boots: BootsView | null, intensity: number): Range => ({
  min: LOWEST_INTENSITY,
  max: Math.max(boots?.highest ?? HIGHEST_INTENSITY, intensity),
});

/** min of wall time; likewise. */
export const minutesRange = (boots: BootsView | null, minutes: number): Range => ({
  min: 1,
  max: Math.max(boots?.longest ?? LONGEST, minutes),
});
