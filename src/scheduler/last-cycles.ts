/**
 * Lengthens the rests of the last cycles, so that the session ends when its time is over, not up to half a cycle earlier. A longer rest
 * adds time and no pressure.
 */

import { type Milliseconds, milliseconds, type Seconds } from '../../firmware-protocol/quantities.ts';
import type { Script, ScriptCycle } from '../timeline/script.ts';
import { type Scheduled, scheduled } from './event.ts';
import type { Plan } from './plan.ts';
import { problemsIn } from './tail.ts';

/** How many of the last cycles share the missing time: with more cycles ahead, the forecast is too rough. */
const SHARED_BY = 3;
/** A shorter time is not worth a cut, s. */
const LEAST = 1.5;
/** Resolution of keyframe times on the wire, ms. */
const WIRE_GRID = 10;

/**
 * @param ahead the cycles that can still be changed; empty in the last one @param from playhead time at which they begin
 * @param spare time by which the session would end too early, s
 */
export function lengthened(
  plan: Plan,
  ahead: readonly ScriptCycle[],
  from: Milliseconds,
  spare: Seconds,
): Scheduled {
  if (ahead.length > SHARED_BY || spare < LEAST) return scheduled(plan);
  const rests = Math.max(1, ahead.length);
  const by = Math.round((1000 * spare) / rests / WIRE_GRID) * WIRE_GRID;
  const script = withLongerRests(plan.script, from, by);
  const own = script.keyframes.filter(({ at }) => at >= from);
  if (problemsIn(plan, own).length > 0) return scheduled(plan);
  // The first of them keeps its keyframes: its rest becomes longer because the next one begins later.
  const changed = ahead[1]?.start ?? plan.script.end;
  return scheduled(
    { ...plan, script },
    { kind: 'cut', keyframes: script.keyframes.filter(({ at }) => at >= changed), from: changed },
  );
}

/** The same script with each cycle from `from` on longer by this, ms; without such a cycle, its end comes later. */
function withLongerRests({ keyframes, cycles, end }: Script, from: Milliseconds, by: number): Script {
  const starts = cycles.flatMap(({ start }) => (start >= from ? [start] : []));
  // Everything in a cycle moves with its start, by as many rests as became longer before it.
  const moved = (at: Milliseconds): Milliseconds =>
    milliseconds(at + by * Math.max(0, starts.filter((start) => start <= at).length - 1));
  const newEnd = milliseconds(end + by * Math.max(1, starts.length));
  const isLonger = ({ start }: ScriptCycle, index: number): boolean =>
    starts.length > 0 ? start >= from : index === cycles.length - 1;
  return {
    keyframes: keyframes.map((keyframe) => ({
      ...keyframe,
      at: keyframe.end ? newEnd : moved(keyframe.at),
    })),
    cycles: cycles.map((cycle, index) => ({
      ...cycle,
      start: moved(cycle.start),
      length: isLonger(cycle, index) ? milliseconds(cycle.length + by) : cycle.length,
    })),
    end: newEnd,
  };
}
