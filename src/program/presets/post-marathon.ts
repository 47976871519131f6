/** Post-marathon: the pattern pulse with distal release, lighter on the foot. */

import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { pulseDistalRelease } from '../patterns/pulse-distal-release.ts';
import type { Program } from '../program.ts';
import { part } from '../shape.ts';

export const postMarathon: Program = {
  ...pulseDistalRelease,
  id: 'post-marathon',
  name: 'Post-marathon',
  purpose:
    'For tired legs on the day of a long race, two hours after the finish or later; legs may feel better for hours.',
  shape: { ...pulseDistalRelease.shape, foot: part(0.8, 0.58) },
  peak: mmhg(55),
  minutes: 30,
};
