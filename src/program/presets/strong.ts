/**
 * Strong: the classic sequence at the highest pressure, lighter toward the hip. A person confirms pressures above 80 mmHg for each session.
 */

import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { sequentialHold } from '../patterns/sequential-hold.ts';
import type { Program } from '../program.ts';
import { heldAtPeak } from '../shape.ts';

export const strong: Program = {
  ...sequentialHold,
  id: 'strong',
  name: 'Strong',
  purpose: 'The firmest squeeze these boots give, for legs that know the others; you confirm it each time.',
  shape: heldAtPeak({ foot: 1, ankle: 0.9, calf: 0.8, knee: 0.7, 'lower thigh': 0.6, 'upper thigh': 0.6 }),
  peak: mmhg(100),
  minutes: 20,
};
