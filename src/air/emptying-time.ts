/** Predicts how long zones take to empty. */

import type { Target } from '../../firmware-protocol/keyframe.ts';
import { mmhg, type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { FillModel } from './fill-model.ts';
import { PredictedAir } from './predicted-air.ts';

/** Time step of the prediction, s. */
const TIME_STEP = 0.1;
/**
 * The prediction stops at this time, s. Boots report a fault sooner: if a vented zone is not empty after 10 s (PROTOCOL.md 8, limit 15).
 */
const LONGEST_SEARCH = 30;

/**
 * How long it takes until every zone, released from `targets`, has fallen to the pressure `to`. Vented and sealed zones count as empty.
 * @param to mmHg
 * @returns at most a little more than 30 s
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
  const air = new PredictedAir(fills, { legs: 1, sharedValves, vented: false }, from);
  let time = 0;
  while (time < LONGEST_SEARCH && air.pressures.some((pressure) => pressure > to)) {
    air.step(TIME_STEP, goals, 0);
    time += TIME_STEP;
  }
  return seconds(time);
}
