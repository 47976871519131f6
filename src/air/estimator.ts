/**
 * Estimates the air of a running session. Each cycle that ran uninterrupted is compared with its forecast: how slow the air of its
 * turn is, and how much longer a part of the leg takes that has rested.
 */

import { type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import {
  type AirCycle,
  type CycleAir,
  cycleTime,
  measuredRise,
  refillTime,
  startPressures,
} from './cycle-time.ts';
import type { FillModel } from './fill-model.ts';
import { fitted } from './fit.ts';
import { predict } from './predict.ts';

/** A running mean, and how many values it has seen. */
interface Mean<Value> {
  readonly value: Value;
  readonly count: number;
}

export interface AirEstimate {
  /** The fill model estimated last; the cycles to come are composed for it. */
  readonly fills: FillModel;
  /** The fill model of each turn: legs and parts of them differ. */
  readonly turns: ReadonlyMap<string, Mean<FillModel>>;
  /** By turn, how much higher than planned the zones it squeezes stand as a cycle begins, mmHg. */
  readonly rises: ReadonlyMap<string, Mean<number>>;
  /** The same of the cycle being played, where its zones have rested; null = not measured, or they have not. */
  readonly restedRise: number | null;
  /** Blood that returns to zones that rest, as a multiple of what is usual. */
  readonly refill: Mean<number>;
}

export const initialEstimate = (fills: FillModel): AirEstimate => ({
  fills,
  turns: new Map(),
  rises: new Map(),
  restedRise: null,
  refill: { value: 1, count: 1 },
});

/**
 * No two cycles wait alike, so the mean of several is a better estimate than the last one. No more than these, since air warms and
 * batteries run down.
 */
const AVERAGED_CYCLES = 4;

/** Weight of the next value in a mean. */
const weight = ({ count }: Mean<unknown>): number => 1 / (Math.min(count, AVERAGED_CYCLES - 1) + 1);
const averaged = (mean: Mean<number>, value: number): Mean<number> => ({
  value: mean.value + weight(mean) * (value - mean.value),
  count: mean.count + 1,
});

/** The value of a turn, or that of another turn until it has one. */
const knownFor = <Value>(values: ReadonlyMap<string, Mean<Value>>, turn: string): Value | undefined =>
  (values.get(turn) ?? [...values.values()].at(-1))?.value;

/** The air that a cycle meets. @param isPlaying whether it is the one being played */
export function airOf(estimate: AirEstimate, cycle: AirCycle, isPlaying: boolean): CycleAir {
  const { turns, rises, restedRise, refill, fills } = estimate;
  const usual = knownFor(rises, cycle.turn) ?? 0;
  return {
    fills: turns.get(cycle.turn)?.value ?? fills,
    rise: cycle.fromEmpty ? 0 : ((isPlaying ? restedRise : null) ?? usual),
    refill: cycle.rested ? refill.value : 0,
  };
}

/**
 * The estimate as a cycle begins.
 * @param measured pressure of each target, mmHg; null = not known
 */
export function atCycleStart(
  estimate: AirEstimate,
  cycle: AirCycle,
  measured: readonly (number | null)[],
): AirEstimate {
  const rise = cycle.fromEmpty ? null : measuredRise(cycle, measured);
  // A single measurement is little, but zones that have rested give no other.
  if (rise === null || cycle.rested) return { ...estimate, restedRise: rise };
  const { rises } = estimate;
  const mean = averaged(rises.get(cycle.turn) ?? { value: 0, count: 0 }, rise);
  return { ...estimate, restedRise: null, rises: new Map(rises).set(cycle.turn, mean) };
}

/** How long the gates of a cycle waited. */
export interface MeasuredWaits {
  readonly waited: Seconds;
  /** Of that, before its wave. */
  readonly mould: Seconds;
}

/**
 * The estimate after a cycle. A cycle that fills its bags from empty changes nothing: that takes longer than pump and leg explain,
 * and would mislead about the cycles to come.
 */
export function afterCycle(
  estimate: AirEstimate,
  boots: BootsShape,
  cycle: AirCycle,
  measured: MeasuredWaits,
): AirEstimate {
  if (cycle.fromEmpty) return estimate;
  return cycle.rested
    ? afterRestedCycle(estimate, boots, cycle, measured)
    : afterUsualCycle(estimate, boots, cycle, measured.waited);
}

function afterUsualCycle(
  estimate: AirEstimate,
  boots: BootsShape,
  cycle: AirCycle,
  waited: Seconds,
): AirEstimate {
  const { turns } = estimate;
  const air = airOf(estimate, cycle, true);
  const mean = turns.get(cycle.turn) ?? { value: air.fills, count: 0 };
  const expected = cycleTime(cycle, boots, air).waited;
  const fills = fitted(air.fills, boots, {
    keyframes: cycle.keyframes,
    from: startPressures(cycle, air.rise),
    waited: seconds(expected + weight(mean) * (waited - expected)),
  });
  return {
    ...estimate,
    fills,
    turns: new Map(turns).set(cycle.turn, { value: fills, count: mean.count + 1 }),
  };
}

/** Tells how much blood returned; and, of a turn that is new, a little about its air. */
function afterRestedCycle(
  estimate: AirEstimate,
  boots: BootsShape,
  cycle: AirCycle,
  { waited, mould }: MeasuredWaits,
): AirEstimate {
  const { turns, refill } = estimate;
  const { fills, rise } = airOf(estimate, cycle, true);
  const isNew = !turns.has(cycle.turn);
  const own = isNew ? fittedToWave(fills, boots, cycle, seconds(waited - mould)) : fills;
  const expected = cycleTime(cycle, boots, { fills: own, rise, refill: 0 }).waited;
  const usual = refillTime(cycle, boots, own);
  return {
    ...estimate,
    turns: isNew ? new Map(turns).set(cycle.turn, { value: own, count: 1 }) : turns,
    refill: usual > 0 ? averaged(refill, Math.max(0, (waited - expected) / usual)) : refill,
  };
}

/** The first wave of a turn is only somewhat like those to come, so half of the difference counts. */
function fittedToWave(
  fills: FillModel,
  boots: BootsShape,
  { keyframes }: AirCycle,
  waited: Seconds,
): FillModel {
  const [mould, ...wave] = keyframes;
  const from = (mould?.targets ?? []).map((target) => (typeof target === 'number' ? target : 0));
  const expected = predict(wave, boots, fills, from).waits.reduce((sum, wait) => sum + wait, 0);
  return fitted(fills, boots, { keyframes: wave, from, waited: seconds((expected + waited) / 2) });
}
