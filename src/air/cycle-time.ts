/** Predicts how long a cycle takes: its playhead time, and the waits at its gates, where the playhead stands still. */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import { inSeconds, type Milliseconds, type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { FillModel } from './fill-model.ts';
import { predict } from './predict.ts';

/** The figures of a cycle on which its time depends. `before` and `squeezed` have one item per target of a keyframe, in the same order. */
export interface TimedCycle {
  readonly keyframes: readonly Keyframe[];
  /** Time to the beginning of the next cycle, without waits at gates. */
  readonly length: Milliseconds;
  /** Expected pressure of each zone as the cycle begins, mmHg. */
  readonly before: readonly number[];
  readonly squeezed: readonly boolean[];
}

export interface AirCycle extends TimedCycle {
  /** Key of the turn: which legs, and which section (stretch) of them, the cycle squeezes. */
  readonly turn: string;
  /** Whether the cycle is the first of a session, or the first after a pause. Then it fills its bags from empty. */
  readonly fromEmpty: boolean;
  /** Whether the cycle before squeezed another section of the leg, so that the zones of this cycle have rested. */
  readonly rested: boolean;
}

/** The air that a cycle meets: how fast zones fill, and how full the zones and the veins under them are as it begins. */
export interface CycleAir {
  readonly fills: FillModel;
  /** How far the zones that the cycle squeezes are above their expected pressure as it begins, mmHg; negative = below. */
  readonly rise: number;
  /** Whether the veins under the zones that the cycle squeezes have filled with blood during a rest. */
  readonly refilled: boolean;
}

export interface CycleTime {
  readonly waits: readonly Seconds[];
  readonly waited: Seconds;
  readonly wall: Seconds;
}

/** Zone pressures as a cycle begins, mmHg, in the order of a keyframe's targets. @param rise as in `CycleAir` */
export const startPressures = ({ before, squeezed }: TimedCycle, rise: number): readonly number[] =>
  before.map((pressure, target) => (squeezed[target] ? Math.max(0, pressure + rise) : pressure));

/**
 * Mean difference between measured and expected pressures of the zones that a cycle squeezes, mmHg.
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
 * Volume of blood that returns to a resting leg, as a share of the bag's slack volume. The next squeeze presses this blood out, and the bag
 * must fill the room that the blood leaves. An estimate: 45 to 60 mL around a calf whose bag has 0.9 L, in a half-lying person.
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
