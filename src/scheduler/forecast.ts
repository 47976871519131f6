/**
 * How long the cycles of the script take on the air as estimated by now: the waits expected when they were composed are out of date.
 * Turns the script's cycles into the values that the air room takes, since that room knows no timeline.
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
import { memoized } from '../timeline/memoized.ts';
import type { Script, ScriptCycle } from '../timeline/script.ts';

/** Whether a cycle begins with a release, as the first one after a pause does. */
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

/** Everything that a cycle's time depends on. */
interface Forecast extends TimedCycle, CycleAir {
  readonly boots: BootsShape;
}

const timeOf = memoized(
  ({ keyframes, length, before, squeezed, boots, fills, rise, refilled }: Forecast): CycleTime =>
    cycleTime({ keyframes, length, before, squeezed }, boots, { fills, rise, refilled }),
);

/** `cycleTime`, computed once for the same cycle and air: the view asks for every cycle of the session at each event. */
export function forecast(
  { keyframes, length, before, squeezed }: TimedCycle,
  boots: BootsShape,
  { fills, rise, refilled }: CycleAir,
): CycleTime {
  return timeOf({ keyframes, length, before, squeezed, boots, fills, rise, refilled });
}

/** Where in a cycle the boots are. */
export interface Place {
  /** Playhead time since it began, ms. */
  readonly playhead: number;
  /** The same as the boots reported it last, ms; negative before they have reported its beginning. */
  readonly reported: number;
  /** Time waited at its gates so far. */
  readonly waited: Seconds;
}

/** A gate within this of the reported playhead is the one the boots wait at, or are about to, ms. */
const AT_GATE = 50;

/** How long the rest of a cycle takes. A gate that has waited for longer than forecast counts as about to open. */
export function restOfCycle(
  { keyframes, length }: { readonly keyframes: ScriptCycle['keyframes']; readonly length: Milliseconds },
  waits: readonly Seconds[],
  { playhead, reported, waited }: Place,
): Seconds {
  let rest: number = inSeconds(milliseconds(Math.max(0, length - playhead)));
  let until = 0;
  keyframes.forEach(({ at }, index) => {
    const wait = waits[index] ?? 0;
    until += wait;
    if (Math.abs(at - reported) <= AT_GATE) rest += Math.min(wait, Math.max(0, until - waited));
    else if (at > reported) rest += wait;
  });
  return seconds(rest);
}
