/**
 * How long cycles will take on these legs: the keyframes that the boots hold, played on the air as it is known by now. What was
 * expected when they were composed is not asked again, since fills have been learned from meanwhile.
 */

import { inSeconds, milliseconds, type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { FillModel } from '../safety/fill-model.ts';
import { predict } from '../safety/prediction.ts';
import type { Cycle } from '../timeline/cycle/compose.ts';
import { memoized } from '../timeline/memoized.ts';

/** What is known of a cycle's air beyond its keyframes. */
export interface KnownAir {
  readonly fills: FillModel;
  /** By how much the zones it squeezes stand higher as it begins than was planned, mmHg. */
  readonly rise: number;
  /** The veins under them have filled while they rested: this many times as much as is usual; 0 = they have not. */
  readonly refilled: number;
}

export interface Expectation {
  /** At the gate of each keyframe. */
  readonly waits: readonly Seconds[];
  /** Of all of them. */
  readonly waited: Seconds;
  /** Of the whole cycle. */
  readonly wall: Seconds;
}

/** It begins by letting go: the first one after a pause. */
export const isFresh = ({ keyframes }: Cycle): boolean =>
  keyframes[0]?.targets.every((target) => target === 'vent') ?? false;

/** Whether a zone is squeezed in a cycle. */
const isSqueezed = ({ peaks, mould }: Pick<Cycle, 'peaks' | 'mould'>, target: number): boolean =>
  (peaks[target] ?? 0) >= mould;

/** Pressure of each target before a cycle, mmHg. */
export const beginningOf = (
  cycle: Pick<Cycle, 'before' | 'peaks' | 'mould'>,
  rise: number,
): readonly number[] =>
  cycle.before.map((pressure, target) =>
    isSqueezed(cycle, target) ? Math.max(0, pressure + rise) : pressure,
  );

/** The mean of what is measured of the zones that a cycle squeezes, less what was planned, mmHg; null where nothing is measured. */
export function riseOf(cycle: Cycle, measured: readonly (number | null)[]): number | null {
  const rises = measured.flatMap((pressure, target) =>
    pressure !== null && isSqueezed(cycle, target) ? [pressure - (cycle.before[target] ?? 0)] : [],
  );
  return rises.length === 0 ? null : rises.reduce((sum, each) => sum + each, 0) / rises.length;
}

/**
 * Blood that comes back to a resting leg and is pressed out as it is squeezed again, as a share of what its bag holds slack: 45
 * to 60 mL around a calf of 0.9 L, half lying. The bag has to fill its room.
 */
const BLOOD = 0.05;

/** How much longer a stretch of the leg that has rested is filled for, if its veins have refilled as usual, s. */
export function refillOf(
  cycle: Pick<Cycle, 'peaks' | 'mould'>,
  boots: BootsShape,
  { bags, slowness, pumpFlow }: FillModel,
): Seconds {
  const legs = boots.sides.map((_, leg) =>
    bags.reduce(
      (sum, { slack }, zone) => (isSqueezed(cycle, leg * bags.length + zone) ? sum + slack : sum),
      0,
    ),
  );
  const slack = boots.pumps === 'shared' ? legs.reduce((sum, leg) => sum + leg, 0) : Math.max(...legs);
  return seconds((BLOOD * slowness * slack * 60) / pumpFlow);
}

interface OnBoots extends KnownAir {
  readonly boots: BootsShape;
}

/** What of a cycle its expectation depends on: cycles that are alike in this share one. */
type ExpectedCycle = Pick<Cycle, 'keyframes' | 'before' | 'length' | 'peaks' | 'mould'>;

const expectedOf = memoized((input: ExpectedCycle & OnBoots): Expectation => {
  const { keyframes, length, boots, fills, rise, refilled } = input;
  const { waits } = predict(keyframes, boots, fills, beginningOf(input, rise));
  const more = refilled * refillOf(input, boots, fills);
  const own = waits.map((wait, index) => seconds(index === 0 ? wait + more : wait));
  const waited = seconds(own.reduce((sum, wait) => sum + wait, 0));
  return { waits: own, waited, wall: seconds(inSeconds(length) + waited) };
});

/** It is asked of the same cycles over and over. */
const expected = memoized(({ cycle, ...on }: OnBoots & { readonly cycle: Cycle }): Expectation => {
  const { keyframes, before, length, peaks, mould } = cycle;
  return expectedOf({ keyframes, before, length, peaks, mould, ...on });
});

export const expectationOf = (cycle: Cycle, boots: BootsShape, air: KnownAir): Expectation => {
  const { fills, rise, refilled } = air;
  return expected({ cycle, boots, fills, rise, refilled });
};

/** Where in a cycle the boots are. */
export interface Place {
  /** Playhead time since it began, ms. */
  readonly playhead: number;
  /** What the boots last said of it, ms; negative while they have not said that it has begun. */
  readonly heard: number;
  /** Waited at its gates so far. */
  readonly waited: Seconds;
}

/** A gate this near to the playhead is the one being waited at, or about to be, ms. */
const AT_GATE = 50;

/** How long the rest of a cycle will take. A gate that is waited at for longer than expected may open at any moment. */
export function restOfCycle(cycle: Cycle, { waits }: Expectation, place: Place): Seconds {
  const { playhead, heard, waited } = place;
  let rest: number = inSeconds(milliseconds(Math.max(0, cycle.length - playhead)));
  let until = 0;
  cycle.keyframes.forEach(({ at }, index) => {
    const wait = waits[index] ?? 0;
    until += wait;
    if (Math.abs(at - heard) <= AT_GATE) rest += Math.min(wait, Math.max(0, until - waited));
    else if (at > heard) rest += wait;
  });
  return seconds(rest);
}
