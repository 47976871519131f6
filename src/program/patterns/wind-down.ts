/** Wind-down: a gentle wave at the pace of slow breathing. Each step takes one breath, at six breaths a minute. */

import { mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Program } from '../program.ts';
import { evenly } from '../shape.ts';

export const windDown: Program = {
  id: 'plain-wind-down',
  name: 'Wind-down',
  purpose: 'A gentle wave that climbs one step with each breath.',
  pattern: {
    id: 'wind-down',
    name: 'Wind-down',
    prefill: mmhg(15),
    onsetDelay: seconds(10),
    breathing: true,
    steps: 5,
    ramp: mmhgPerSecond(5),
    hold: seconds(0),
    pulse: null,
    trailingHolds: 1,
    release: 'trailing',
    rest: seconds(10),
    warmUpCycles: 0,
    legs: 'together',
    sections: [],
  },
  shape: evenly(0.58),
  peak: mmhg(28),
  minutes: 20,
};
