/** The time in which a bag on a usual leg empties from one pressure to a lower one, with which a measured release is compared. */

import type { Bag } from '../../air/fill-model.ts';
import { stiffness } from './usual-bag.ts';

/** Conductance of a vent valve with its hose, L/min/√mmHg (1 to 3). An estimate. */
const VENT_CONDUCTANCE = 1.6;
/** Step of the numerical integration, mmHg. */
const INTEGRATION_STEP = 0.5;

/** @returns s */
export function usualRelease(bag: Bag, from: number, to: number): number {
  let time = 0;
  for (let pressure = to + INTEGRATION_STEP / 2; pressure < from; pressure += INTEGRATION_STEP) {
    const flow = (VENT_CONDUCTANCE * Math.sqrt(pressure)) / 60;
    time += INTEGRATION_STEP / stiffness(bag, pressure) / flow;
  }
  return time;
}
