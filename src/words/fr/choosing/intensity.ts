/** How pressures feel: the words at the intensity dial. */

import { type Mmhg, mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { IntensityStop, Words } from '../../words.ts';

const gentlest: IntensityStop = { pressure: mmhg(18), feels: 'très doux' };
const gentle: IntensityStop = { pressure: mmhg(30), feels: 'doux' };
const firm: IntensityStop = { pressure: mmhg(80), feels: 'ferme' };

const stops: readonly IntensityStop[] = [
  gentlest,
  gentle,
  { pressure: mmhg(42), feels: 'modéré' },
  { pressure: mmhg(55), feels: 'moyen' },
  { pressure: mmhg(68), feels: 'assez ferme' },
  firm,
  { pressure: mmhg(95), feels: 'très ferme' },
];

/** The pressure with a name of its own that is nearest; the lower of two that are equally near. */
export function nearestStop(intensity: Mmhg): IntensityStop {
  let nearest = gentlest;
  for (const stop of stops) {
    if (Math.abs(stop.pressure - intensity) < Math.abs(nearest.pressure - intensity)) nearest = stop;
  }
  return nearest;
}

export const intensityMarks = (n: Numbers): Words['intensityMarks'] =>
  [gentle, firm].map(({ pressure, feels }) => ({ pressure, feels: `${n.pressure(pressure)} ${feels}` }));
