/**
 * Gradient: like sequential hold, but at the program's own peak the targets fall toward the hip in steps of 5 mmHg. Steps of 5 to 10 mmHg
 * work best (Kamm 1986).
 */

import { mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Program } from '../program.ts';
import { heldAtPeak } from '../shape.ts';

export const gradient: Program = {
  id: 'plain-gradient',
  name: 'Gradient',
  purpose: 'Like sequential hold, but strongest at the foot and lighter with each step toward the hip.',
  pattern: {
    id: 'gradient',
    name: 'Gradient',
    prefill: mmhg(16),
    onsetDelay: null,
    breathing: false,
    steps: 5,
    ramp: mmhgPerSecond(10),
    hold: seconds(3),
    pulse: null,
    trailingHolds: 4,
    release: 'together',
    rest: seconds(15),
    warmUpCycles: 0,
    legs: 'together',
    sections: [],
  },
  shape: heldAtPeak({
    foot: 1,
    ankle: 1,
    calf: 0.875,
    knee: 0.875,
    'lower thigh': 0.75,
    'upper thigh': 0.75,
  }),
  peak: mmhg(40),
  minutes: 20,
};
