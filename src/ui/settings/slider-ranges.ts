/** The ranges of the intensity and time sliders. */

import { type Mmhg, mmhg } from '../../../firmware-protocol/quantities.ts';
import type { BootsView } from '../../session/view.ts';

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** In mmHg. A weaker squeeze could hardly be felt. */
const LOWEST_INTENSITY: Mmhg = mmhg(20);
/** In mmHg. Counts while no boots are connected. */
const HIGHEST_INTENSITY: Mmhg = mmhg(80);
/** In min. Counts while no boots are connected. */
const LONGEST_SESSION = 60;

/** In mmHg. Ends at the limit of these boots, or at `intensity` if that is higher, so that the slider can show it. */
export const intensityRange = (boots: BootsView | null, intensity: number): Range => ({
  min: LOWEST_INTENSITY,
  max: Math.max(boots?.highest ?? HIGHEST_INTENSITY, intensity),
});

/** In min. Ends at the limit of these boots, or at `minutes` if that is longer. */
export const minutesRange = (boots: BootsView | null, minutes: number): Range => ({
  min: 1,
  max: Math.max(boots?.longest ?? LONGEST_SESSION, minutes),
});
