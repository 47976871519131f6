/** Predicts each cycle from the pressures that the cycle before it has left in the zones. */

import { type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { FillModel } from '../air/fill-model.ts';
import { predict } from '../air/predict.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { Cycle } from './cycle/compose.ts';
import { memoized } from './memoized.ts';

interface PredictionInput extends Pick<Cycle, 'keyframes' | 'length'> {
  readonly boots: BootsShape;
  readonly fills: FillModel;
  /** Zone pressures as the cycle begins, in multiples of `RESOLUTION`. */
  readonly from: readonly number[];
}

interface PredictedCycle {
  /** Zone pressures as the cycle begins, mmHg. */
  readonly before: readonly number[];
  readonly waits: readonly Seconds[];
  /** Zone pressures as the next cycle begins, mmHg. */
  readonly after: readonly number[];
}

/** Resolution of start pressures, mmHg. Rounding lets repeated cycles share one prediction. */
const RESOLUTION = 0.02;

/** Pressures are in the order of a keyframe's targets. */
const predicted = memoized(({ keyframes, length, boots, fills, from }: PredictionInput): PredictedCycle => {
  const before = from.map((multiple) => multiple * RESOLUTION);
  const last = keyframes.at(-1);
  const end = last ? [{ ...last, at: length, gate: seconds(0) }] : [];
  const { waits, left } = predict([...keyframes, ...end], boots, fills, before);
  return { before, waits: waits.slice(0, keyframes.length), after: left };
});

function predictedFrom(
  pressures: readonly number[],
  { keyframes, length }: Cycle,
  boots: BootsShape,
  fills: FillModel,
): PredictedCycle {
  const from = pressures.map((pressure) => Math.round(pressure / RESOLUTION));
  return predicted({ keyframes, length, boots, fills, from });
}

/** mmHg, in the order of a keyframe's targets. */
export const pressuresAfter = (cycle: Cycle, boots: BootsShape, fills: FillModel): readonly number[] =>
  predictedFrom(cycle.before, cycle, boots, fills).after;

/**
 * The cycle as it goes from other start pressures, with the waits predicted from these. `prefillWait` stays as composed.
 * @param pressures mmHg, in the order of a keyframe's targets
 */
export function startedAt(
  pressures: readonly number[],
  cycle: Cycle,
  boots: BootsShape,
  fills: FillModel,
): Cycle {
  const { before, waits } = predictedFrom(pressures, cycle, boots, fills);
  return { ...cycle, before, waits, expectedWaits: seconds(waits.reduce((sum, wait) => sum + wait, 0)) };
}
