/** Ultra: the slow pattern, with pressures that fall from 50 mmHg at the foot to 30 at the hip. */

import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { slow } from '../patterns/slow.ts';
import type { Program } from '../program.ts';
import { heldAtPeak } from '../shape.ts';

export const ultra: Program = {
  ...slow,
  id: 'ultra',
  name: 'Ultra',
  purpose: 'Long slow squeezes for legs swollen by an ultra, before any deep work on the muscles.',
  shape: heldAtPeak({ foot: 1, ankle: 0.9, calf: 0.8, knee: 0.7, 'lower thigh': 0.6, 'upper thigh': 0.6 }),
  peak: mmhg(50),
  minutes: 45,
};
