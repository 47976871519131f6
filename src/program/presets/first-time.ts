/** First time: light, short, and growing over three cycles, so that nothing surprises a beginner. */

import { mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import { gradient } from '../patterns/gradient.ts';
import type { Program } from '../program.ts';
import { heldAtPeak } from '../shape.ts';

export const firstTime: Program = {
  ...gradient,
  id: 'first-time',
  name: 'First time',
  purpose: 'A light, short session that begins gently, to learn what the boots feel like.',
  pattern: {
    ...gradient.pattern,
    prefill: mmhg(15),
    ramp: mmhgPerSecond(8),
    hold: seconds(2),
    warmUpCycles: 3,
  },
  shape: heldAtPeak({ foot: 1, ankle: 1, calf: 0.82, knee: 0.82, 'lower thigh': 0.64, 'upper thigh': 0.64 }),
  peak: mmhg(28),
  minutes: 10,
};
