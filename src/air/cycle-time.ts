/** Predicts how long a cycle takes on given air. */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import { inSeconds, type Milliseconds, type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { FillModel } from './fill-model.ts';
import { predict } from './predict.ts';

/** The part of a cycle on which its time depends. Pressures and flags are in the order of a keyframe's targets. */
export interface TimedCycle {
  /** Only the differences between keyframe times matter. */
  readonly keyframes: readonly Keyframe[];
  /** Playhead time until the next cycle begins. */
  readonly length: Milliseconds;
  /** Planned pressure of each zone before the cycle, mmHg. */
  readonly before: readonly number[];
  /** Whether the cycle squeezes the zone; otherwise the cycle keeps it ready or vents it. */
  readonly squeezed: readonly boolean[];
}

export interface AirCycle extends TimedCycle {
  /** Identifies the zones whose turn it is: cycles with the same `turn` fill the same bags. */
  readonly turn: string;
  /** The cycle is the first of a session or follows a pause, so it fills its bags from empty. */
  readonly fromEmpty: boolean;
  /** The zones that the cycle squeezes rested before it, while another section of the leg had its turns. */
  readonly rested: boolean;
}

/** What the time of a cycle depends on besides the cycle itself: the fill model, and the state of zones and veins as it begins. */
export interface CycleAir {
  readonly fills: FillModel;
  /** How far the zones that the cycle squeezes are above their planned pressure as it begins, mmHg; below 0 = below it. */
  readonly rise: number;
  /** The veins under the zones that the cycle squeezes have refilled, while these zones rested. */
  readonly refilled: boolean;
}

export interface CycleTime {
  /** Wait at the gate of each keyframe. */
  readonly waits: readonly Seconds[];
  /** Sum of `waits`. */
  readonly waited: Seconds;
  readonly wall: Seconds;
}

/** Zone pressures as a cycle begins, mmHg, in the order of a keyframe's targets. @param rise as in `CycleAir` */
export const startPressures = ({ before, squeezed }: TimedCycle, rise: number): readonly number[] =>
  before.map((pressure, target) => (squeezed[target] ? Math.max(0, pressure + rise) : pressure));

/**
 * Mean difference between measured and planned pressures of the zones that a cycle squeezes, mmHg.
 * @param measured zone pressures as the cycle begins, mmHg, in the order of a keyframe's targets; null = not known
 * @returns null if none of these zones is measured
 */
export function measuredRise(
  { before, squeezed }: TimedCycle,
  measured: readonly (number | null)[],
): number | null {
  const rises = measured.flatMap((pressure, target) =>
    pressure !== null && squeezed[target] ? [pressure - (before[target] ?? 0)] : [],
  );
  return rises.length === 0 ? null : rises.reduce((sum, each) => sum + each, 0) / rises.length;
}

/**
 * Blood that returns to a resting leg and is pressed out by the next squeeze, as a share of the bag's slack volume. The bag must fill the
 * room that this blood leaves: 45 to 60 mL around a calf whose bag has 0.9 L, in a half-lying person. An estimate.
 */
const BLOOD_SHARE = 0.05;

/** How much longer the pump takes to fill the zones that a cycle squeezes if the veins under them have refilled. */
function refillTime(
  { squeezed }: TimedCycle,
  boots: BootsShape,
  { bags, slowness, pumpFlow }: FillModel,
): Seconds {
  const legs = boots.sides.map((_, leg) =>
    bags.reduce((sum, { slack }, zone) => (squeezed[leg * bags.length + zone] ? sum + slack : sum), 0),
  );
  const slack = boots.pumps === 'shared' ? legs.reduce((sum, leg) => sum + leg, 0) : Math.max(...legs);
  return seconds((BLOOD_SHARE * slowness * slack * 60) / pumpFlow);
}

/** Adds the time of a refill, if there is one, to the wait at the first keyframe. */
export function cycleTime(
  cycle: TimedCycle,
  boots: BootsShape,
  { fills, rise, refilled }: CycleAir,
): CycleTime {
  const predicted = predict(cycle.keyframes, boots, fills, startPressures(cycle, rise)).waits;
  const refill = refilled ? refillTime(cycle, boots, fills) : 0;
  const waits = predicted.map((wait, index) => seconds(index === 0 ? wait + refill : wait));
  const waited = seconds(waits.reduce((sum, wait) => sum + wait, 0));
  return { waits, waited, wall: seconds(inSeconds(cycle.length) + waited) };
}
