/** How exactly the playhead must be at a gate to count as waiting there. */

import { type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';

/** Boots wait at a gate, or are about to, if the playhead that they report is within this of the gate's keyframe. */
export const GATE_TOLERANCE: Milliseconds = milliseconds(50);
