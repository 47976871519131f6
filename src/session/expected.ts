/**
 * How long cycles will take on these legs: the keyframes that the boots hold, played on the air as it is known by now. What was
 * expected when they were composed is not asked again, since fills have been learned from meanwhile.
 */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import { inSeconds, milliseconds, type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { FillModel } from '../safety/fill-model.ts';
import { COLD, predict } from '../safety/prediction.ts';
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

/** What zones that were asked for these stand at, mmHg. */
const leftBy = (last: Keyframe | undefined): readonly number[] =>
  last?.targets.map((target) => (typeof target === 'number' ? target : COLD)) ?? [];

/** @param cold it is the first of a session, whose slack must be filled */
export function expectationOf(cycle: Cycle, cold: boolean, boots: BootsShape, fills: FillModel): Expectation {
  const { keyframes, length } = cycle;
  const slack = cold || isFresh(cycle);
  return expected.of([keyframes, boots, fills], slack ? 'cold' : '', () => {
    const { waits } = predict(keyframes, boots, fills, slack ? COLD : leftBy(keyframes.at(-1)));
    const waited = seconds(waits.reduce((sum, wait) => sum + wait, 0));
    return { waits, waited, wall: seconds(inSeconds(length) + waited) };
  });
}

/** Where in a cycle the boots are. */
export interface Place {
  /** Playhead time since it began, ms. */
  readonly playhead: number;
  /** Waited at its gates so far. */
  readonly waited: Seconds;
  /** The playhead stands at a gate. */
  readonly waiting: boolean;
}

/** A gate this near to the playhead is the one being waited at, ms. */
const AT_GATE = 50;

/** How long the rest of a cycle will take. A gate that is waited at for longer than expected may open at any moment. */
export function restOf(cycle: Cycle, { waits }: Expectation, { playhead, waited, waiting }: Place): Seconds {
  let rest: number = inSeconds(milliseconds(Math.max(0, cycle.length - playhead)));
  let until = 0;
  cycle.keyframes.forEach(({ at }, index) => {
    const wait = waits[index] ?? 0;
    until += wait;
    if (waiting && Math.abs(at - playhead) <= AT_GATE) rest += Math.min(wait, Math.max(0, until - waited));
    else if (at > playhead) rest += wait;
  });
  return seconds(rest);
}
