/** Desk-side: a slow, quiet squeeze that falls from foot to hip, with long rests. */

import { mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import { gradient } from '../patterns/gradient.ts';
import type { Program } from '../program.ts';
import { heldAtPeak } from '../shape.ts';

export const deskSide: Program = {
  ...gradient,
  id: 'desk-side',
  name: 'Desk-side',
  purpose: 'A quiet, slow squeeze with long rests while you sit and work.',
  pattern: { ...gradient.pattern, ramp: mmhgPerSecond(6), rest: seconds(30) },
  shape: heldAtPeak({ foot: 1, ankle: 1, calf: 0.85, knee: 0.85, 'lower thigh': 0.7, 'upper thigh': 0.7 }),
  peak: mmhg(35),
  minutes: 30,
};
