/** Fits the fill model to the waits that the boots report. */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import type { Seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { FillModel } from './fill-model.ts';
import { predict } from './predict.ts';

/** What was observed while a part of a session was played without interruption. */
export interface Observation {
  /** The keyframes played. Only the differences between keyframe times matter. */
  readonly keyframes: readonly Keyframe[];
  /** Zone pressures before the first keyframe, mmHg: one for all zones, or one for each in the order of a keyframe's targets. */
  readonly from: number | ArrayLike<number>;
  /** Total wait at the gates of these keyframes. */
  readonly waited: Seconds;
}

/** Slowness that is plausible for legs, pumps and boots. */
const SLOWNESS_RANGE = { least: 0.4, most: 3 };
const RESIDUAL_RANGE = { least: 0.5, most: 2 };
/** One observation changes the slowness by a factor in this range at most. */
const RATIO_RANGE = { least: 0.2, most: 5 };
/** Slowness is changed by this factor to find how strongly waits depend on it. */
const SLOWNESS_VARIATION = 1.1;

const clamp = (value: number, { least, most }: { least: number; most: number }): number =>
  Math.min(most, Math.max(least, value));

/**
 * Corrects the model by an observation: the slowness as far as waits depend on it, the residual for the rest. Where the ramp or the valves
 * determine the waits, slowness stays as it is. If no waits were observed, or none are predicted, the whole model stays.
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
