/**
 * Estimates the air of a running session, separately for each turn: legs and parts of them differ. Two rules. As a cycle begins, the
 * pressures measured then tell how full its zones start. When it has ended, the fill model moves toward one that explains how long
 * its gates waited: all the way the first time, then by a quarter of the difference.
 */

import { type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import { type AirCycle, type CycleAir, cycleTime, measuredRise, startPressures } from './cycle-time.ts';
import type { FillModel } from './fill-model.ts';
import { fitted } from './fit.ts';

export interface AirEstimate {
  /** The fill model estimated last; the cycles to come are composed for it. */
  readonly fills: FillModel;
  /** The fill model of each turn. */
  readonly turns: ReadonlyMap<string, FillModel>;
  /** By turn, how much higher than planned its zones stood as its last cycle began, mmHg. */
  readonly rises: ReadonlyMap<string, number>;
}

export const initialEstimate = (fills: FillModel): AirEstimate => ({
  fills,
  turns: new Map(),
  rises: new Map(),
});

/** Weight of one cycle: waits vary from cycle to cycle, since a gate opens one reading sooner or later. */
const GAIN = 0.25;

/** The air that a cycle meets. A turn without an estimate of its own uses the latest estimate of another turn. */
export function airOf({ fills, turns, rises }: AirEstimate, { turn, fromEmpty, rested }: AirCycle): CycleAir {
  return {
    fills: turns.get(turn) ?? fills,
    rise: fromEmpty ? 0 : (rises.get(turn) ?? [...rises.values()].at(-1) ?? 0),
    refilled: rested,
  };
}

/**
 * The estimate as a cycle begins. A cycle that begins from empty changes nothing: it is not like those that follow it.
 * @param measured pressure of each target, mmHg; null = not known
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
 * The estimate after a cycle. One that began from empty, or after a rest, changes nothing: how long it took says as much about slack
 * bags and returned blood as about pump and leg, and would mislead about the cycles that follow.
 * @param waited total wait at its gates
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
  const gain = turns.has(cycle.turn) ? GAIN : 1;
  const fills = fitted(air.fills, boots, {
    keyframes: cycle.keyframes,
    from: startPressures(cycle, air.rise),
    waited: seconds(expected + gain * (waited - expected)),
  });
  return { ...estimate, fills, turns: new Map(turns).set(cycle.turn, fills) };
}
