/**
 * Lengthens the rests of the last cycles, so that the session does not end too early by a part of a cycle. A longer rest adds time but no
 * pressure.
 */

import { KEYFRAME_TIME_STEP } from '../../firmware-protocol/keyframe.ts';
import { type Milliseconds, milliseconds, type Seconds } from '../../firmware-protocol/quantities.ts';
import type { Script, ScriptCycle } from '../timeline/script.ts';
import { type Scheduled, scheduled } from './event.ts';
import type { Plan } from './plan.ts';
import { problemsIn } from './tail.ts';

/** Largest number of cycles that share the missing time. With more cycles ahead, the forecast is too rough. */
const CYCLES_THAT_SHARE = 3;
/** A shorter missing time is not worth a change of what the boots hold, s. */
const SMALLEST_GAIN = 1.5;
/**
 * @param ahead the cycles that can still be changed; empty while the last one plays
 * @param from playhead time at which those cycles begin
 * @param spare time by which the session would end too early, s
 */
export function lengthenRests(
  plan: Plan,
  ahead: readonly ScriptCycle[],
  from: Milliseconds,
  spare: Seconds,
): Scheduled {
  if (ahead.length > CYCLES_THAT_SHARE || spare < SMALLEST_GAIN) return scheduled(plan);
  const rests = Math.max(1, ahead.length);
  const by = Math.round((1000 * spare) / rests / KEYFRAME_TIME_STEP) * KEYFRAME_TIME_STEP;
  const script = withLongerRests(plan.script, from, by);
  const own = script.keyframes.filter(({ at }) => at >= from);
  if (problemsIn(plan, own).length > 0) return scheduled(plan);
  // The first of these cycles keeps its keyframes: its rest becomes longer because the next cycle begins later.
  const changed = ahead[1]?.start ?? plan.script.end;
  return scheduled(
    { ...plan, script },
    { kind: 'cut', keyframes: script.keyframes.filter(({ at }) => at >= changed), from: changed },
  );
}

/** Lengthens every cycle from `from` on by `by` ms, or the last cycle if there is none. */
function withLongerRests({ keyframes, cycles, end }: Script, from: Milliseconds, by: number): Script {
  const starts = cycles.flatMap(({ start }) => (start >= from ? [start] : []));
  // A cycle moves as a whole, by `by` for each cycle before it that became longer.
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
