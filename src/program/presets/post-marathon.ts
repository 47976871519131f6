/** Post-marathon: pulses climb the leg, a held stretch follows them, what lies behind is let go. */

import { mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Program } from '../program.ts';
import { part } from '../shape.ts';

/**
 * At least half of the intensity must stay behind the wave as *measured*; regulation within ±3 mmHg of 30 needs this much
 * planned.
 */
const HELD = 0.58;

export const postMarathon: Program = {
  id: 'post-marathon',
  name: 'Post-marathon',
  purpose:
    'For tired legs on the day of a long race, two hours after the finish or later; legs may feel better for hours.',
  pattern: {
    id: 'pulse-distal-release',
    name: 'Pulse with distal release',
    mould: mmhg(18),
    onsetDelay: null,
    steps: 5,
    ramp: mmhgPerSecond(16),
    hold: seconds(0),
    pulse: { on: seconds(1.5), off: seconds(1), count: 2, floor: 0.75 },
    trailingHolds: 2,
    release: 'trailing',
    rest: seconds(6),
    warmUpCycles: 0,
    legs: 'together',
  },
  shape: {
    foot: part(0.8, HELD),
    ankle: part(1, HELD),
    calf: part(1, HELD),
    knee: part(1, HELD),
    'lower thigh': part(1, HELD),
    'upper thigh': part(1, HELD),
  },
  peak: mmhg(55),
  minutes: 30,
};
