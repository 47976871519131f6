/**
 * How long cycles will take on these legs: the keyframes that the boots hold, played on the air as it is known by now. What was
 * expected when they were composed is not asked again, since fills have been learned from meanwhile.
 */

import { inSeconds, milliseconds, type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { FillModel } from '../safety/fill-model.ts';
import { predict } from '../safety/prediction.ts';
import type { Cycle } from '../timeline/compose.ts';
import { Remembered } from '../timeline/remembered.ts';

export interface Expectation {
  /** At the gate of each keyframe. */
  readonly waits: readonly Seconds[];
  /** Of all of them. */
  readonly waited: Seconds;
  /** Of the whole cycle. */
  readonly wall: Seconds;
}

const expected = new Remembered<Expectation>();

/** It begins by letting go: the first one after a pause. */
export const isFresh = ({ keyframes }: Cycle): boolean =>
  keyframes[0]?.targets.every((target) => target === 'vent') ?? false;

export function expectationOf(cycle: Cycle, boots: BootsShape, fills: FillModel): Expectation {
  const { keyframes, length, before } = cycle;
  return expected.of([keyframes, boots, fills], '', () => {
    const { waits } = predict(keyframes, boots, fills, before);
    const waited = seconds(waits.reduce((sum, wait) => sum + wait, 0));
    return { waits, waited, wall: seconds(inSeconds(length) + waited) };
  });
}

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
export function restOf(cycle: Cycle, { waits }: Expectation, place: Place): Seconds {
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
