/** How exactly the playhead must be at a gate to count as waiting there. */

import { type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';

/** A playhead that is reported within this of a gate's keyframe counts as being at the gate. */
export const GATE_TOLERANCE: Milliseconds = milliseconds(50);
