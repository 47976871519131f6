/** How long zones take to let go. */

import type { Target } from '../../firmware-protocol/keyframe.ts';
import { mmhg, type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import { PredictedAir } from './air.ts';
import type { FillModel } from './fill-model.ts';

const STEP = 0.1;
/** Nothing takes longer, s. */
const LONGEST = 30;

/**
 * How long it takes until all zones that are let go from these targets have fallen to a pressure.
 * @param to mmHg
 */
export function emptyingTime(
  targets: readonly Target[],
  to: number,
  boots: BootsShape,
  fills: FillModel,
): Seconds {
  const from = Float64Array.from(targets, (target) => (typeof target === 'number' ? target : 0));
  const goals = targets.map(() => mmhg(0));
  const { sharedValves } = boots;
  const air = new PredictedAir(fills, { legs: 1, sharedValves, flat: false }, from);
  let time = 0;
  while (time < LONGEST && air.pressures.some((pressure) => pressure > to)) {
    air.step(STEP, goals, 0);
    time += STEP;
  }
  return seconds(time);
}
