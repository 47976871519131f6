/** Muscle flush: light, quick sweeps, with a release after each: ten over the lower leg, then ten over the upper leg. */

import { mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Program } from '../program.ts';
import { evenly } from '../shape.ts';

export const muscleFlush: Program = {
  id: 'plain-muscle-flush',
  name: 'Muscle flush',
  purpose: 'Light quick sweeps toward the heart, ten over the lower leg, then ten over the upper.',
  pattern: {
    id: 'muscle-flush',
    name: 'Muscle flush',
    prefill: mmhg(15),
    onsetDelay: null,
    breathing: false,
    steps: 3,
    ramp: mmhgPerSecond(17),
    hold: seconds(0),
    pulse: null,
    trailingHolds: 2,
    release: 'together',
    rest: seconds(0),
    warmUpCycles: 0,
    legs: 'together',
    sections: [
      { parts: ['foot', 'ankle', 'calf'], sweeps: 10 },
      { parts: ['knee', 'lower thigh', 'upper thigh'], sweeps: 10 },
    ],
  },
  shape: evenly(1),
  peak: mmhg(28),
  minutes: 8,
};
