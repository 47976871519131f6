/**
 * Pulse with distal release: pulses climb the leg, the two steps behind them stay held, and everything distal to those is released. The
 * held steps are planned at 58 % of the intensity, because their measured pressure may be a little less, and must still be half the
 * intensity.
 */

import { mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Program } from '../program.ts';
import { evenly } from '../shape.ts';

export const pulseDistalRelease: Program = {
  id: 'plain-pulse-distal-release',
  name: 'Pulse with distal release',
  purpose: 'Pulses climb the leg, a held stretch follows them, and what lies behind that is released.',
  pattern: {
    id: 'pulse-distal-release',
    name: 'Pulse with distal release',
    prefill: mmhg(18),
    onsetDelay: null,
    breathing: false,
    steps: 5,
    ramp: mmhgPerSecond(16),
    hold: seconds(0),
    pulse: { on: seconds(1.5), off: seconds(1), count: 2, floor: 0.75 },
    trailingHolds: 2,
    release: 'trailing',
    rest: seconds(6),
    warmUpCycles: 0,
    legs: 'together',
    sections: [],
  },
  shape: evenly(0.58),
  peak: mmhg(55),
  minutes: 30,
};
