/**
 * Estimates the air of a running session: how fast zones fill and empty. Each turn has its own estimate, because legs and their parts differ.
 * There are two rules. As a cycle begins, the pressures measured then show how full its zones are. When a cycle has ended, the fill model is
 * fitted to the waits at the gates of that cycle: the first time to the waits themselves, later to the waits expected plus a quarter of the
 * difference.
 */

import { type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import { type AirCycle, type CycleAir, cycleTime, measuredRise, startPressures } from './cycle-time.ts';
import type { FillModel } from './fill-model.ts';
import { fitModel } from './fit-model.ts';

export interface AirEstimate {
  /** The fill model estimated last. The cycles to come are composed for it. */
  readonly fills: FillModel;
  /** The fill model estimated for each turn. */
  readonly turns: ReadonlyMap<string, FillModel>;
  /** For each turn, how far its zones were above their planned pressure as its last cycle began, mmHg; below 0 = below it. */
  readonly rises: ReadonlyMap<string, number>;
}

export const initialEstimate = (fills: FillModel): AirEstimate => ({
  fills,
  turns: new Map(),
  rises: new Map(),
});

/**
 * Every cycle of a turn except the first moves the estimate by this share of the difference between its waits and those expected. Waits vary
 * from cycle to cycle, because a gate may open one reading sooner or later.
 */
const CYCLE_WEIGHT = 0.25;

/** The air that a cycle is expected to meet. A turn without an estimate of its own uses another turn's. */
export function airOf({ fills, turns, rises }: AirEstimate, { turn, fromEmpty, rested }: AirCycle): CycleAir {
  return {
    fills: turns.get(turn) ?? fills,
    rise: fromEmpty ? 0 : (rises.get(turn) ?? [...rises.values()].at(-1) ?? 0),
    refilled: rested,
  };
}

/**
 * The estimate as a cycle begins. A cycle that begins from empty zones changes nothing, because the cycles after it begin differently; nor
 * does one whose squeezed zones are not measured.
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
 * The estimate after a cycle. A cycle that began from empty zones, or after a rest, changes nothing: how long it took depends as much on
 * slack bags and returned blood as on pump and leg, and would mislead about the cycles that follow.
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
