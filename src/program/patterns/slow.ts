/**
 * Slow: after the prefill, all zones fill together, hold for up to 50 s and rest for at least 50 s (Zaleska found that only 50 s moved
 * tissue fluid). The limit on the time above 30 mmHg may shorten the hold.
 */

import { mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Program } from '../program.ts';
import { evenly } from '../shape.ts';

export const slow: Program = {
  id: 'plain-slow',
  name: 'Slow',
  purpose: 'The whole leg is squeezed for most of a minute, then rests as long.',
  pattern: {
    id: 'slow',
    name: 'Slow',
    prefill: mmhg(18),
    onsetDelay: seconds(0),
    breathing: false,
    steps: 1,
    ramp: mmhgPerSecond(8),
    hold: seconds(50),
    pulse: null,
    trailingHolds: 0,
    release: 'together',
    rest: seconds(50),
    warmUpCycles: 0,
    legs: 'together',
    sections: [],
  },
  shape: evenly(1),
  peak: mmhg(45),
  minutes: 30,
};
