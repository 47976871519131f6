/** The named stops of the intensity slider, 1 to 7, and how each feels. */

import { type Mmhg, mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { IntensityStop } from '../../words.ts';

const gentlest: IntensityStop = { level: 1, pressure: mmhg(30), feels: 'very gentle' };

export const stops: readonly IntensityStop[] = [
  gentlest,
  { level: 2, pressure: mmhg(38), feels: 'gentle' },
  { level: 3, pressure: mmhg(46), feels: 'mild' },
  { level: 4, pressure: mmhg(54), feels: 'medium' },
  { level: 5, pressure: mmhg(62), feels: 'firm' },
  { level: 6, pressure: mmhg(70), feels: 'strong' },
  { level: 7, pressure: mmhg(80), feels: 'very strong' },
];

/** The stop nearest to a pressure; the lower of two that are equally near. */
export function nearestStop(intensity: Mmhg): IntensityStop {
  let nearest = gentlest;
  for (const stop of stops) {
    if (Math.abs(stop.pressure - intensity) < Math.abs(nearest.pressure - intensity)) nearest = stop;
  }
  return nearest;
}
