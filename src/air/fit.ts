/** Fits the fill model to the waits that the boots report. */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import type { Seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { FillModel } from './fill-model.ts';
import { predict } from './predict.ts';

/** A part of a session that ran uninterrupted. */
export interface Observation {
  /** Times from any beginning. */
  readonly keyframes: readonly Keyframe[];
  /** Pressure before the first of them, mmHg: one for every target, or one for each. */
  readonly from: number | ArrayLike<number>;
  /** Waited at their gates in all. */
  readonly waited: Seconds;
}

const SLOWNESS = { least: 0.4, most: 3 };
const LEAK = { least: 0.0002, most: 0.004 };
const RESIDUAL = { least: 0.5, most: 2 };
/**
 * Standard deviation of the logarithm of each figure: how much legs and pumps, leaks, and the unexplained rest differ. Decides which
 * share of a difference is attributed to which figure.
 */
const SPREAD = { slowness: 0.2, leak: 0.7, residual: 0.05 };
/** Predicted waits shorter than `least` say nothing about the pump, s; those shorter than `full` count in part. */
const TELLING = { least: 1, full: 12 };
/** Factor by which a figure is varied to find how waits depend on it. */
const VARIATION = { slowness: 1.1, leak: 1.5 };

const clamp = (value: number, { least, most }: { least: number; most: number }): number =>
  Math.min(most, Math.max(least, value));

/** The model corrected by an observation. One that tells nothing leaves it as it is. */
export function fitted(
  model: FillModel,
  boots: BootsShape,
  { keyframes, from, waited }: Observation,
): FillModel {
  if (!(waited > 0) || !Number.isFinite(waited)) return model;
  const predicted = (figures: Partial<FillModel>): number =>
    predict(keyframes, boots, { ...model, residual: 1, ...figures }, from).waits.reduce(
      (sum, wait) => sum + wait,
      0,
    );
  const before = predicted({});
  if (!(before >= TELLING.least)) return model;

  // Waits grow with slowness and leak, but not in proportion: some depend on the ramp or the valves.
  const exponent = (figure: 'slowness' | 'leak'): number => {
    const factor = VARIATION[figure];
    return Math.max(0, Math.log(predicted({ [figure]: model[figure] * factor }) / before) / Math.log(factor));
  };
  const [bySlowness, byLeak] = [exponent('slowness'), exponent('leak')];
  const variance = (bySlowness * SPREAD.slowness) ** 2 + (byLeak * SPREAD.leak) ** 2 + SPREAD.residual ** 2;
  const difference = Math.log(clamp(waited / before, { least: 0.2, most: 5 }));
  const slowness = clamp(
    model.slowness * Math.exp((difference * bySlowness * SPREAD.slowness ** 2) / variance),
    SLOWNESS,
  );
  const leak = clamp(model.leak * Math.exp((difference * byLeak * SPREAD.leak ** 2) / variance), LEAK);
  const residual = clamp(waited / predicted({ slowness, leak }), RESIDUAL);
  const weight = Math.min(1, before / TELLING.full);
  return { ...model, slowness, leak, residual: model.residual * (residual / model.residual) ** weight };
}
