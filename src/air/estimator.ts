/**
 * Estimates the air of a running session: how fast zones fill and empty, and how full they are as a cycle begins. Each turn (which legs,
 * and which section of them, a cycle squeezes) has its own estimate, because legs and their parts differ.
 */

import { type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import { type AirCycle, type CycleAir, cycleTime, measuredRise, startPressures } from './cycle-time.ts';
import type { FillModel } from './fill-model.ts';
import { fitModel } from './fit-model.ts';

export interface AirEstimate {
  /** The fill model estimated last, for any turn; before that, the initial one. */
  readonly fills: FillModel;
  /** Fill models by turn. A turn is missing until `afterCycle` has estimated it. */
  readonly turns: ReadonlyMap<string, FillModel>;
  /** By turn, how far zones were above their expected pressure when `atCycleStart` last took their measurements, mmHg; negative = below. */
  readonly rises: ReadonlyMap<string, number>;
}

export const initialEstimate = (fills: FillModel): AirEstimate => ({
  fills,
  turns: new Map(),
  rises: new Map(),
});

/**
 * Once a turn has an estimate, the model is fitted to the expected wait plus this share of its difference from the observed wait. Waits
 * vary from cycle to cycle, because a gate may open one reading sooner or later.
 */
const CYCLE_WEIGHT = 0.25;

/**
 * The air that a cycle is expected to meet. A turn without an estimate of its own uses another turn's or, if there is none, the initial
 * one.
 */
export function airOf({ fills, turns, rises }: AirEstimate, { turn, fromEmpty, rested }: AirCycle): CycleAir {
  return {
    fills: turns.get(turn) ?? fills,
    rise: fromEmpty ? 0 : (rises.get(turn) ?? [...rises.values()].at(-1) ?? 0),
    refilled: rested,
  };
}

/**
 * The estimate as a cycle begins. A cycle that begins from empty zones changes nothing, because later cycles begin differently.
 * @param measured zone pressures, mmHg, in the order of a keyframe's targets; null = not known
 */
export function atCycleStart(
  estimate: AirEstimate,
  cycle: AirCycle,
  measured: readonly (number | null)[],
): AirEstimate {
  const rise = cycle.fromEmpty ? null : measuredRise(cycle, measured);
  if (rise === null) return estimate;
  return { ...estimate, rises: new Map(estimate.rises).set(cycle.turn, rise) };
}

/**
 * The estimate after a cycle. A cycle from empty zones, or after a rest, changes nothing: its time also depends on slack bags and returned
 * blood, which would mislead about other cycles.
 * @param waited total wait at the gates of the cycle
 */
export function afterCycle(
  estimate: AirEstimate,
  boots: BootsShape,
  cycle: AirCycle,
  waited: Seconds,
): AirEstimate {
  if (cycle.fromEmpty || cycle.rested) return estimate;
  const { turns } = estimate;
  const air = airOf(estimate, cycle);
  const expected = cycleTime(cycle, boots, air).waited;
  const gain = turns.has(cycle.turn) ? CYCLE_WEIGHT : 1;
  const fills = fitModel(air.fills, boots, {
    keyframes: cycle.keyframes,
    from: startPressures(cycle, air.rise),
    waited: seconds(expected + gain * (waited - expected)),
  });
  return { ...estimate, fills, turns: new Map(turns).set(cycle.turn, fills) };
}
