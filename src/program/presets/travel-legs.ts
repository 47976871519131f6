/** Travel legs: the gradient pattern, for legs that have sat for hours. */

import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { gradient } from '../patterns/gradient.ts';
import type { Program } from '../program.ts';

export const travelLegs: Program = {
  ...gradient,
  id: 'travel-legs',
  name: 'Travel legs',
  purpose: 'A mild squeeze, strongest at the foot, for heavy legs after a flight or a long drive.',
  peak: mmhg(40),
  minutes: 20,
};
