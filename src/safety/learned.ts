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
const LEAK = { least: 0.0002, most: 0.004 };
const RESIDUAL = { least: 0.5, most: 2 };
/**
 * How far apart legs and pumps are, and leaks, and how far what the air does not explain, as standard deviations of the logarithm:
 * what of a difference is ascribed to which.
 */
const SPREAD = { slowness: 0.2, leak: 0.7, residual: 0.05 };
/** Waits shorter than this say nothing of the pump, s; those shorter than `full` are believed in part. */
const TELLING = { least: 1, full: 12 };
/** By how much a figure is varied to see whether waits depend on it. */
const VARIED = { slowness: 1.1, leak: 1.5 };

const within = (value: number, { least, most }: { least: number; most: number }): number =>
  Math.min(most, Math.max(least, value));

/** The model corrected by what the boots report. An observation that tells nothing leaves it as it is. */
export function learned(
  model: FillModel,
  boots: BootsShape,
  { keyframes, from, waited }: Observation,
): FillModel {
  if (!(waited > 0) || !Number.isFinite(waited)) return model;
  const waits = (figures: Partial<FillModel>): number =>
    predict(keyframes, boots, { ...model, residual: 1, ...figures }, from).waits.reduce(
      (sum, wait) => sum + wait,
      0,
    );
  const before = waits({});
  if (!(before >= TELLING.least)) return model;

  // Waits grow with slowness and leaks, but not in step: some go by the ramp or the valves.
  const depends = (figure: 'slowness' | 'leak'): number => {
    const by = VARIED[figure];
    return Math.max(0, Math.log(waits({ [figure]: model[figure] * by }) / before) / Math.log(by));
  };
  const [air, leaks] = [depends('slowness'), depends('leak')];
  const explained = (air * SPREAD.slowness) ** 2 + (leaks * SPREAD.leak) ** 2 + SPREAD.residual ** 2;
  const off = Math.log(within(waited / before, { least: 0.2, most: 5 }));
  const slowness = within(
    model.slowness * Math.exp((off * air * SPREAD.slowness ** 2) / explained),
    SLOWNESS,
  );
  const leak = within(model.leak * Math.exp((off * leaks * SPREAD.leak ** 2) / explained), LEAK);
  const left = within(waited / waits({ slowness, leak }), RESIDUAL);
  const believed = Math.min(1, before / TELLING.full);
  return { ...model, slowness, leak, residual: model.residual * (left / model.residual) ** believed };
}
