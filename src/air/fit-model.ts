/** Fits the fill model to the waits that the boots report. */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import type { Seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { FillModel } from './fill-model.ts';
import { predict } from './predict.ts';

export interface Observation {
  readonly keyframes: readonly Keyframe[];
  /** Zone pressures before the first keyframe, mmHg: one for all zones, or one for each in the order of a keyframe's targets. */
  readonly from: number | ArrayLike<number>;
  readonly waited: Seconds;
}

/** Slowness that is plausible for legs, pumps and boots. */
const SLOWNESS_RANGE = { least: 0.4, most: 3 };
const RESIDUAL_RANGE = { least: 0.5, most: 2 };
/** One observation multiplies the slowness by a factor in this range. */
const RATIO_RANGE = { least: 0.2, most: 5 };
/** A prediction with the slowness multiplied by this shows how strongly waits depend on slowness. */
const SLOWNESS_VARIATION = 1.1;

const clamp = (value: number, { least, most }: { least: number; most: number }): number =>
  Math.min(most, Math.max(least, value));

/**
 * Corrects the slowness as far as waits depend on it, and the residual for the rest. Where only the ramp determines the waits, the slowness
 * stays. If no waits were observed, or none are predicted, the whole model stays.
 */
export function fitModel(
  model: FillModel,
  boots: BootsShape,
  { keyframes, from, waited }: Observation,
): FillModel {
  if (!(waited > 0) || !Number.isFinite(waited)) return model;
  const predicted = (slowness: number): number =>
    predict(keyframes, boots, { ...model, residual: 1, slowness }, from).waits.reduce(
      (sum, wait) => sum + wait,
      0,
    );
  const before = predicted(model.slowness);
  if (before === 0) return model;
  const dependence =
    Math.log(predicted(model.slowness * SLOWNESS_VARIATION) / before) / Math.log(SLOWNESS_VARIATION);
  const ratio = clamp(waited / before, RATIO_RANGE);
  const slowness = clamp(model.slowness * ratio ** clamp(dependence, { least: 0, most: 1 }), SLOWNESS_RANGE);
  return { ...model, slowness, residual: clamp(waited / predicted(slowness), RESIDUAL_RANGE) };
}
