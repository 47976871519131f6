/**
 * Forecasts how long the cycles of the script take on the air as estimated now, because the waits predicted when they were composed may be
 * out of date.
 */

import {
  inSeconds,
  type Milliseconds,
  milliseconds,
  type Seconds,
  seconds,
} from '../../firmware-protocol/quantities.ts';
import {
  type AirCycle,
  type CycleAir,
  type CycleTime,
  cycleTime,
  type TimedCycle,
} from '../air/cycle-time.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import { GATE_TOLERANCE } from '../timeline/gate-tolerance.ts';
import { memoized } from '../timeline/memoized.ts';
import type { Script, ScriptCycle } from '../timeline/script.ts';

/** Whether a cycle begins with a release of every zone, as the first one after a pause does. */
export const beginsWithRelease = ({ keyframes }: Pick<ScriptCycle, 'keyframes'>): boolean =>
  keyframes[0]?.targets.every((target) => target === 'vent') ?? false;

export function airCycleOf({ cycles }: Script, cycle: ScriptCycle): AirCycle {
  const { keyframes, length, before, peaks, prefill, turn } = cycle;
  const previous = cycles.findLast(({ start }) => start < cycle.start);
  return {
    keyframes,
    length,
    before,
    squeezed: peaks.map((peak) => peak >= prefill),
    turn: `${turn.sides.join()} ${turn.section}`,
    fromEmpty: cycle.index === 0 || beginsWithRelease(cycle),
    rested: previous !== undefined && previous.turn.section !== turn.section,
  };
}

interface Forecast extends TimedCycle, CycleAir {
  readonly boots: BootsShape;
}

const timeOf = memoized(
  ({ keyframes, length, before, squeezed, boots, fills, rise, refilled }: Forecast): CycleTime =>
    cycleTime({ keyframes, length, before, squeezed }, boots, { fills, rise, refilled }),
);

/** Computed once for the same cycle and air. */
export function forecast(
  { keyframes, length, before, squeezed }: TimedCycle,
  boots: BootsShape,
  { fills, rise, refilled }: CycleAir,
): CycleTime {
  return timeOf({ keyframes, length, before, squeezed, boots, fills, rise, refilled });
}

export interface PlaceInCycle {
  /** Playhead time since the cycle began, estimated for now, ms. */
  readonly playhead: number;
  /** Playhead time since the cycle began, by the boots' last status, ms; negative until they report that the cycle has begun. */
  readonly reported: number;
  /** Time waited at the cycle's gates so far, estimated for now. */
  readonly waited: Seconds;
}

/**
 * How much longer a cycle takes, waits included. A gate at which the boots have waited for longer than forecast counts as about to open.
 * @param waits forecast wait at each keyframe
 */
export function remainingTime(
  { keyframes, length }: { readonly keyframes: ScriptCycle['keyframes']; readonly length: Milliseconds },
  waits: readonly Seconds[],
  { playhead, reported, waited }: PlaceInCycle,
): Seconds {
  let rest: number = inSeconds(milliseconds(Math.max(0, length - playhead)));
  let until = 0;
  keyframes.forEach(({ at }, index) => {
    const wait = waits[index] ?? 0;
    until += wait;
    if (Math.abs(at - reported) <= GATE_TOLERANCE) rest += Math.min(wait, Math.max(0, until - waited));
    else if (at > reported) rest += wait;
  });
  return seconds(rest);
}
