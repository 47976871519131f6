/** Wave, or peristaltic: squeezes two zones at a time, and releases the distal one once the next one is full. */

import { mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Program } from '../program.ts';
import { evenly } from '../shape.ts';

export const wave: Program = {
  id: 'plain-wave',
  name: 'Wave',
  purpose: 'Two parts at a time: the lower one is released once the next one is full.',
  pattern: {
    id: 'wave',
    name: 'Wave',
    prefill: mmhg(16),
    onsetDelay: null,
    breathing: false,
    steps: 8,
    ramp: mmhgPerSecond(14),
    hold: seconds(1),
    pulse: null,
    trailingHolds: 1,
    release: 'trailing',
    rest: seconds(8),
    warmUpCycles: 0,
    legs: 'together',
    sections: [],
  },
  shape: evenly(0.58),
  peak: mmhg(45),
  minutes: 20,
};
