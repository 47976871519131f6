/** What a status tells of the script: a change in force, the first mould over, a cycle begun, and what the cycle before it taught. */

import {
  inSeconds,
  type Milliseconds,
  milliseconds,
  type Seconds,
} from '../../firmware-protocol/quantities.ts';
import { cycleAt, type Script, type ScriptCycle } from '../timeline/script.ts';
import type { Scheduled } from './event.ts';
import { scheduled } from './event.ts';
import { isFresh } from './expected.ts';
import { afterCycle, atBeginning, type LearnedAir } from './lessons.ts';
import type { Plan } from './plan.ts';
import { recount } from './recount.ts';

/** A cycle whose mark was heard later than this after it tells nothing of waits, ms of playhead. */
const HEARD_IN_TIME = 250;

/** When the first mould of a cycle is over: the playhead time of the keyframe after it. A cycle after a pause lets go before it. */
export const waveOf = (cycle: ScriptCycle): Milliseconds =>
  milliseconds(cycle.start + (cycle.keyframes[isFresh(cycle) ? 2 : 1]?.at ?? 0));

export function follow(before: Plan): Scheduled {
  const { status } = before.heard;
  const { change } = before;
  const inForce = change?.taken && status.playhead >= change.from && status.therapy === 'running';
  const cycle = cycleAt(before.script, status.playhead);
  const inWave = cycle !== undefined && status.playhead >= waveOf(cycle);
  const plan: Plan = {
    ...before,
    mould: before.mould ?? (status.gates > 0 ? inSeconds(status.waited) : null),
    change: inForce ? null : change,
    atWave: before.atWave ?? (inWave ? status.waited : null),
    whole: before.whole && status.therapy === 'running',
  };
  if (status.cycles === plan.atMark.cycles) return scheduled(plan);
  return recount({
    ...plan,
    ...learned(plan),
    atMark: status,
    atWave: inWave ? status.waited : null,
    whole: status.cycles === plan.atMark.cycles + 1 && isHeardInTime(plan.script, status.playhead),
  });
}

const isHeardInTime = (script: Script, playhead: Milliseconds): boolean =>
  playhead - (cycleAt(script, playhead)?.start ?? 0) <= HEARD_IN_TIME;

/** What the cycle just ended taught, if it was played whole and the next one follows it; and how the next one begins. */
function learned({ fills, lessons, atMark, atWave, script, whole, boots, heard }: Plan): LearnedAir {
  const { status, pressures } = heard;
  const ended = cycleAt(script, atMark.playhead);
  const next = cycleAt(script, status.playhead);
  if (!ended || !next) return { fills, lessons };
  const isNext = status.cycles === atMark.cycles + 1 && ended.start + ended.length === next.start;
  const inTime = isHeardInTime(script, status.playhead);
  const since = (at: Milliseconds): Seconds => inSeconds(milliseconds(at - atMark.waited));
  const played = { waited: since(status.waited), mould: since(atWave ?? atMark.waited) };
  const air =
    whole && isNext && inTime
      ? afterCycle({ fills, lessons }, boots, script, ended, played)
      : { fills, lessons };
  // Zones that are vented between squeezes hold what little is left in them.
  const measured = boots.holdsTogether && inTime ? pressures : [];
  return { fills: air.fills, lessons: atBeginning(air.lessons, script, next, measured) };
}
