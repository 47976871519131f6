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
  /** Pressure before the first of them, mmHg: a single one for all targets, or one for each. */
  readonly from: number | ArrayLike<number>;
  /** Total wait at their gates. */
  readonly waited: Seconds;
}

/** Plausible ranges for legs, pumps and boots. */
const SLOWNESS = { least: 0.4, most: 3 };
const RESIDUAL = { least: 0.5, most: 2 };
/** One observation changes the slowness by no more than these factors. */
const RATIO = { least: 0.2, most: 5 };
/** Factor by which slowness is varied to find how waits depend on it. */
const VARIATION = 1.1;

const clamp = (value: number, { least, most }: { least: number; most: number }): number =>
  Math.min(most, Math.max(least, value));

/**
 * The model corrected by an observation: its slowness as far as waits depend on slowness, its residual for the rest. Where waits are
 * set by the ramp or the valves slowness stays as it is. An observation without waits leaves the model as it is.
 */
export function fitted(
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
  const dependence = Math.log(predicted(model.slowness * VARIATION) / before) / Math.log(VARIATION);
  const ratio = clamp(waited / before, RATIO);
  const slowness = clamp(model.slowness * ratio ** clamp(dependence, { least: 0, most: 1 }), SLOWNESS);
  return { ...model, slowness, residual: clamp(waited / predicted(slowness), RESIDUAL) };
}
