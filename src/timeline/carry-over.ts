/**
 * Carries the air that a cycle leaves in the zones over to the next cycle. A session begins with nearly empty zones; after a cycle without
 * a rest they are still partly full. After some cycles, every cycle begins and ends with the same pressures.
 */

import { type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { FillModel } from '../air/fill-model.ts';
import { predict } from '../air/predict.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { Cycle } from './cycle/compose.ts';
import { memoized } from './memoized.ts';

interface PredictionInput extends Pick<Cycle, 'keyframes' | 'length'> {
  readonly boots: BootsShape;
  readonly fills: FillModel;
  /** Pressure of each target at the beginning, in multiples of `RESOLUTION`. */
  readonly from: readonly number[];
}

interface PredictedCycle {
  /** Pressure of each target at the beginning, mmHg. */
  readonly before: readonly number[];
  readonly waits: readonly Seconds[];
  /** Pressure of each target at the end, mmHg. */
  readonly after: readonly number[];
}

/** Resolution of start pressures, mmHg. Cycles whose start pressures round to the same multiples share one prediction. */
const RESOLUTION = 0.02;

/** Predicts a cycle up to the moment when the next one begins. */
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

/** Pressure of each target at the end of a cycle, mmHg. */
export const pressuresAfter = (cycle: Cycle, boots: BootsShape, fills: FillModel): readonly number[] =>
  predictedFrom(cycle.before, cycle, boots, fills).after;

/** The same cycle, starting with these pressures of its targets, mmHg. */
export function startedAt(
  pressures: readonly number[],
  cycle: Cycle,
  boots: BootsShape,
  fills: FillModel,
): Cycle {
  const { before, waits } = predictedFrom(pressures, cycle, boots, fills);
  return { ...cycle, before, waits, expectedWaits: seconds(waits.reduce((sum, wait) => sum + wait, 0)) };
}
