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
/** Share of a new finding, on a logarithmic scale, that is believed at once; a single odd cycle must not upset the next. */
const BELIEVED = 0.7;
/** Waits shorter than this say nothing of the pump, s. */
const SHORTEST_TELLING_WAIT = 1;
const ROUNDS = 4;

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
  if (!(before >= SHORTEST_TELLING_WAIT)) return model;

  // Waits grow with slowness, but not in step: some go by the ramp or the valves.
  let seen = model.slowness;
  let now = before;
  for (let round = 0; round < ROUNDS && Math.abs(now / waited - 1) > 0.02; round++) {
    seen = within((seen * waited) / now, SLOWNESS);
    now = waits(seen);
  }
  const slowness = within(model.slowness * (seen / model.slowness) ** BELIEVED, SLOWNESS);
  const left = waited / waits(slowness);
  return { ...model, slowness, residual: within(left, RESIDUAL) };
}
