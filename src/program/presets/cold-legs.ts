/** Cold legs: the gradient pattern with a slow, gentle ramp, as strong on the calf as on the foot. */

import { mmhg, mmhgPerSecond } from '../../../firmware-protocol/quantities.ts';
import { gradient } from '../patterns/gradient.ts';
import type { Program } from '../program.ts';
import { heldAtPeak } from '../shape.ts';

export const coldLegs: Program = {
  ...gradient,
  id: 'cold-legs',
  name: 'Cold legs',
  purpose: 'A slow, gentle squeeze for calves that cramp in the cold; stop if anything hurts.',
  pattern: { ...gradient.pattern, ramp: mmhgPerSecond(5) },
  shape: heldAtPeak({ foot: 1, ankle: 1, calf: 1, knee: 0.875, 'lower thigh': 0.75, 'upper thigh': 0.75 }),
  peak: mmhg(40),
  minutes: 20,
};
