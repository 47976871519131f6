/** Next-day flush: brisk squeezes for the days after a race. */

import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { flush } from '../patterns/flush.ts';
import type { Program } from '../program.ts';

export const nextDayFlush: Program = {
  ...flush,
  id: 'next-day-flush',
  name: 'Next-day flush',
  purpose: 'Brisk squeezes without a pause, for sore legs one to three days after a race.',
  peak: mmhg(65),
  minutes: 25,
};
