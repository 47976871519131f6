/** Trail: pulses that stay longer on the ankle and calf, which steady the foot on rough ground, and are firmer on the upper thigh. */

import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { pulseDistalRelease } from '../patterns/pulse-distal-release.ts';
import type { PartShape, Program } from '../program.ts';

const { shape } = pulseDistalRelease;
const longer = (part: PartShape): PartShape => ({
  ...part,
  boost: { pressure: mmhg(0), hold: seconds(2) },
});

export const trail: Program = {
  ...pulseDistalRelease,
  id: 'trail',
  name: 'Trail',
  purpose: 'For legs that held you on rough ground: pulses that stay longer on ankle and calf.',
  shape: {
    ...shape,
    ankle: longer(shape.ankle),
    calf: longer(shape.calf),
    'upper thigh': { ...shape['upper thigh'], boost: { pressure: mmhg(5), hold: seconds(0) } },
  },
  peak: mmhg(60),
  minutes: 30,
};
