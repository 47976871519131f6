/** How long a bag on a usual leg takes from one pressure to a lower one through an open vent: what a measured release is compared with. */

import type { Bag } from '../../air/fill-model.ts';
import { stiffness } from './usual-bag.ts';

/** Of a vent valve with its hose, L/min/√mmHg (1 to 3). An estimate. */
const CONDUCTANCE = 1.6;
/** mmHg. */
const STEP = 0.5;

/** s. */
export function usualRelease(bag: Bag, from: number, to: number): number {
  let time = 0;
  for (let pressure = to + STEP / 2; pressure < from; pressure += STEP) {
    const flow = (CONDUCTANCE * Math.sqrt(pressure)) / 60;
    time += STEP / stiffness(bag, pressure) / flow;
  }
  return time;
}
