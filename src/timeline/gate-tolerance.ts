/** How close to a gate the playhead of boots that wait there is reported. */

import { type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';

/** Boots whose reported playhead is within this of a gate's keyframe wait there or are about to. */
export const GATE_TOLERANCE: Milliseconds = milliseconds(50);
