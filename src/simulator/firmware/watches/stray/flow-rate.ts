/** How fast an open fill valve changes the pressure of a zone. */

import { figures } from '../../../../../firmware-protocol/figures.ts';

/** Fastest movement that is expected, mmHg/s. */
const FASTEST_MOVE = figures.strayFastest.value;
/** Flow coefficient of an open valve, mL/s/√mmHg. */
const VALVE_FLOW = (1.6 * 1000) / 60;

/**
 * How fast a zone's pressure is expected to change if its fill valve is open, mmHg/s.
 * @param gap pressure difference that drives the flow, mmHg
 * @param softness air that raises the zone by 1 mmHg, mL
 */
export const flowRate = (gap: number, softness: number): number =>
  Math.min(FASTEST_MOVE, (VALVE_FLOW * Math.sqrt(gap)) / softness);
