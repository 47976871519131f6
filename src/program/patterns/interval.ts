/** Interval: all zones squeeze and release together, with rests. */

import { mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Program } from '../program.ts';
import { evenly } from '../shape.ts';

export const interval: Program = {
  id: 'plain-interval',
  name: 'Interval',
  purpose: 'The whole leg is squeezed and released together, with rests.',
  pattern: {
    id: 'interval',
    name: 'Interval',
    prefill: mmhg(16),
    onsetDelay: seconds(0),
    breathing: false,
    steps: 1,
    ramp: mmhgPerSecond(12),
    hold: seconds(10),
    pulse: null,
    trailingHolds: 0,
    release: 'together',
    rest: seconds(25),
    warmUpCycles: 0,
    legs: 'together',
    sections: [],
  },
  shape: evenly(1),
  peak: mmhg(45),
  minutes: 20,
};
