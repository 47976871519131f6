/** Flush: zones fill one after another without a pause, then all are released at once. A cycle with its rest takes about a minute. */

import { mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Program } from '../program.ts';
import { evenly } from '../shape.ts';

export const flush: Program = {
  id: 'plain-flush',
  name: 'Flush',
  purpose: 'Quick squeezes climb the leg without a pause, and all release at once.',
  pattern: {
    id: 'flush',
    name: 'Flush',
    prefill: mmhg(18),
    onsetDelay: null,
    breathing: false,
    steps: 5,
    ramp: mmhgPerSecond(17),
    hold: seconds(0),
    pulse: null,
    trailingHolds: 4,
    release: 'together',
    rest: seconds(20),
    warmUpCycles: 0,
    legs: 'together',
    sections: [],
  },
  shape: evenly(1),
  peak: mmhg(55),
  minutes: 20,
};
