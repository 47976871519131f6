/** What the boots' reports of their waits teach about the air. */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import type { Seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { FillModel } from './fill-model.ts';
import { predict } from './prediction.ts';

/** A stretch of a session that was played without interruption. */
export interface Observation {
  /** Times from any beginning. */
  readonly keyframes: readonly Keyframe[];
  /** Pressure before the first of them, of every zone or of each target, mmHg. */
  readonly from: number | ArrayLike<number>;
  /** Waited at their gates in all. */
  readonly waited: Seconds;
}

const SLOWNESS = { least: 0.4, most: 3 };
const RESIDUAL = { least: 0.5, most: 2 };
/**
 * How far apart legs and pumps are, and how far what the air does not explain, as standard deviations of the logarithm: what of a
 * difference is ascribed to which.
 */
const SPREAD = { slowness: 0.2, residual: 0.05 };
/** Waits shorter than this say nothing of the pump, s; those shorter than `full` are believed in part. */
const TELLING = { least: 1, full: 12 };
/** By how much slowness is varied to see what waits depend on. */
const VARIED = 1.1;

const within = (value: number, { least, most }: { least: number; most: number }): number =>
  Math.min(most, Math.max(least, value));

/** The model corrected by what the boots report. An observation that tells nothing leaves it as it is. */
export function learned(
  model: FillModel,
  boots: BootsShape,
  { keyframes, from, waited }: Observation,
): FillModel {
  if (!(waited > 0) || !Number.isFinite(waited)) return model;
  const waits = (slowness: number): number =>
    predict(keyframes, boots, { ...model, slowness, residual: 1 }, from).waits.reduce(
      (sum, wait) => sum + wait,
      0,
    );
  const before = waits(model.slowness);
  if (!(before >= TELLING.least)) return model;

  // Waits grow with slowness, but not in step: some go by the ramp or the valves.
  const depends = Math.max(0, Math.log(waits(model.slowness * VARIED) / before) / Math.log(VARIED));
  const [air, rest] = [SPREAD.slowness ** 2, SPREAD.residual ** 2];
  const gain = (depends * air) / (depends ** 2 * air + rest);
  const off = Math.log(within(waited / before, { least: 0.2, most: 5 }));
  const slowness = within(model.slowness * Math.exp(gain * off), SLOWNESS);
  const left = within(waited / waits(slowness), RESIDUAL);
  const believed = Math.min(1, before / TELLING.full);
  return { ...model, slowness, residual: model.residual * (left / model.residual) ** believed };
}
