/**
 * Isolate: squeezes one stretch of the leg, the calf. The parts distal to it get 60 % of its pressure, the least that check/check-shape.ts
 * allows a part that is on.
 */

import { mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Program } from '../program.ts';
import { off, part } from '../shape.ts';

export const isolate: Program = {
  id: 'plain-isolate',
  name: 'Isolate',
  purpose:
    'One stretch of the leg is squeezed; what lies below it is held lightly, so that no blood is pushed back.',
  pattern: {
    id: 'isolate',
    name: 'Isolate',
    prefill: mmhg(16),
    onsetDelay: seconds(0),
    breathing: false,
    steps: 1,
    ramp: mmhgPerSecond(12),
    hold: seconds(10),
    pulse: null,
    trailingHolds: 0,
    release: 'together',
    rest: seconds(20),
    warmUpCycles: 0,
    legs: 'together',
    sections: [],
  },
  shape: {
    foot: part(0.6, 1),
    ankle: part(0.6, 1),
    calf: part(1, 1),
    knee: off,
    'lower thigh': off,
    'upper thigh': off,
  },
  peak: mmhg(50),
  minutes: 15,
};
