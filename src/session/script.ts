/** What the boots are to play: cycles laid end to end, and the end. Made anew from a cycle boundary whenever something changes. */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import {
  inSeconds,
  type Milliseconds,
  type Mmhg,
  milliseconds,
  mmhgPerSecond,
  type Seconds,
  seconds,
} from '../../firmware-protocol/quantities.ts';
import type { Settings } from '../program/program.ts';
import type { BootsShape } from '../timeline/boots-shape.ts';
import { composeCycle, lowered } from '../timeline/compose.ts';
import type { FillModel } from '../timeline/fill-model.ts';

export interface ScriptCycle {
  /** Playhead time at which it begins. */
  readonly start: Milliseconds;
  readonly length: Milliseconds;
  readonly expectedWaits: Seconds;
  /** Counts within the session, from 0. */
  readonly index: number;
}

export interface Script {
  readonly keyframes: readonly Keyframe[];
  readonly cycles: readonly ScriptCycle[];
  readonly end: Milliseconds;
}

export interface Beginning {
  readonly at: Milliseconds;
  /** Index of the first cycle within the session. */
  readonly index: number;
  /** Active wall time still promised from here on. */
  readonly wallLeft: Seconds;
  readonly afterPause: boolean;
}

const shifted = (keyframes: readonly Keyframe[], by: Milliseconds): Keyframe[] =>
  keyframes.map((keyframe) => ({ ...keyframe, at: milliseconds(keyframe.at + by) }));

const ending = (at: Milliseconds, targets: number): Keyframe => ({
  at,
  targets: Array.from({ length: targets }, () => 'vent' as const),
  ramp: mmhgPerSecond(0),
  gate: seconds(0),
  cycle: false,
  end: true,
});

/** How long a cycle is expected to take on the wall. */
export const expectedWall = (cycle: ScriptCycle): Seconds =>
  seconds(inSeconds(cycle.length) + cycle.expectedWaits);

/**
 * Whole cycles from a beginning to the cycle boundary nearest to what is left of the promise, then the end. With less than half a
 * cycle left there is only the end.
 */
export function script(settings: Settings, boots: BootsShape, fills: FillModel, from: Beginning): Script {
  const keyframes: Keyframe[] = [];
  const cycles: ScriptCycle[] = [];
  let at = from.at;
  let left: number = from.wallLeft;
  for (let index = from.index; ; index++) {
    const afterPause = from.afterPause && index === from.index;
    const cycle = composeCycle(settings, boots, fills, { index, afterPause });
    const wall = inSeconds(cycle.length) + cycle.expectedWaits;
    const wanted = left > wall / 2 || (index === 0 && from.at === 0);
    if (!wanted || wall <= 0) break;
    keyframes.push(...shifted(cycle.keyframes, at));
    cycles.push({ start: at, length: cycle.length, expectedWaits: cycle.expectedWaits, index });
    at = milliseconds(at + cycle.length);
    left -= wall;
  }
  keyframes.push(ending(at, boots.parts.length * boots.sides.length));
  return { keyframes, cycles, end: at };
}

/** The first part of one script up to `from`, then all of the other. */
export const spliced = (before: Script, from: Milliseconds, after: Script): Script => ({
  keyframes: [...before.keyframes.filter(({ at }) => at < from), ...after.keyframes],
  cycles: [...before.cycles.filter(({ start }) => start < from), ...after.cycles],
  end: after.end,
});

/** The cycle that holds a playhead time; the first one before it all, undefined when there is none. */
export const cycleAt = (plan: Script, at: Milliseconds): ScriptCycle | undefined =>
  plan.cycles.findLast(({ start }) => start <= at) ?? plan.cycles[0];

/** The first cycle boundary (or the end) later than a playhead time. */
export const boundaryAfter = (plan: Script, at: Milliseconds): Milliseconds =>
  plan.cycles.find(({ start }) => start > at)?.start ?? plan.end;

/** Wall time expected from a playhead time to a later cycle boundary. */
export function expectedBetween(plan: Script, from: Milliseconds, to: Milliseconds): Seconds {
  let wall = 0;
  for (const cycle of plan.cycles) {
    if (cycle.start >= to || cycle.start + cycle.length <= from) continue;
    const share = cycle.start >= from ? 1 : 1 - (from - cycle.start) / cycle.length;
    wall += expectedWall(cycle) * share;
  }
  return seconds(wall);
}

/**
 * The rest of the cycle from `from` on at a lower intensity: what is in force there, said again lower (with its gate, if that is
 * being waited at), and all that follows up to the boundary.
 */
export function loweredRest(
  plan: Script,
  from: Milliseconds,
  boundary: Milliseconds,
  ratio: number,
  mould: Mmhg,
): readonly Keyframe[] {
  const inForce = plan.keyframes.findLast(({ at }) => at <= from);
  const rest = plan.keyframes.filter(({ at, end }) => at > from && at < boundary && !end);
  const again = inForce
    ? [{ ...inForce, at: from, cycle: false, gate: inForce.at === from ? inForce.gate : seconds(0) }]
    : [];
  return lowered([...again, ...rest], ratio, mould);
}
