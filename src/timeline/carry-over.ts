/**
 * A cycle begins with the air that the one before it left: zones hardly emptied where it does not rest, nearly flat at the start of
 * a session on boots that vent zones. It takes some cycles until they fill as much as they release.
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
  /** Pressure of each target at the beginning, in steps of `STEP`. */
  readonly from: readonly number[];
}

interface PredictedCycle {
  /** Pressure of each target at the beginning, mmHg. */
  readonly before: readonly number[];
  readonly waits: readonly Seconds[];
  /** Pressure of each target at the end, mmHg. */
  readonly after: readonly number[];
}

/** Beginnings are told apart to this, mmHg. */
const STEP = 0.02;

/** Plays a cycle to its end, which is when the next one begins. */
const predicted = memoized(({ keyframes, length, boots, fills, from }: PredictionInput): PredictedCycle => {
  const before = from.map((step) => step * STEP);
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
  const from = pressures.map((pressure) => Math.round(pressure / STEP));
  return predicted({ keyframes, length, boots, fills, from });
}

/** Pressure of each target at the end of a cycle, mmHg. */
export const pressuresAfter = (cycle: Cycle, boots: BootsShape, fills: FillModel): readonly number[] =>
  predictedFrom(cycle.before, cycle, boots, fills).after;

/** The same cycle begun at these pressures of its targets, mmHg. */
export function begunAt(
  pressures: readonly number[],
  cycle: Cycle,
  boots: BootsShape,
  fills: FillModel,
): Cycle {
  const { before, waits } = predictedFrom(pressures, cycle, boots, fills);
  return { ...cycle, before, waits, expectedWaits: seconds(waits.reduce((sum, wait) => sum + wait, 0)) };
}
