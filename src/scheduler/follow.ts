/** What a status tells of the script: a change in force, the first mould over, a cycle begun, and what the cycle before it taught. */

import {
  inSeconds,
  type Milliseconds,
  milliseconds,
  type Seconds,
} from '../../firmware-protocol/quantities.ts';
import { type AirEstimate, afterCycle, atCycleStart } from '../air/estimator.ts';
import { cycleAt, type Script, type ScriptCycle } from '../timeline/script.ts';
import type { Scheduled } from './event.ts';
import { scheduled } from './event.ts';
import { airCycleOf, beginsWithRelease } from './forecast.ts';
import type { Plan } from './plan.ts';
import { recount } from './recount.ts';

/** A cycle whose mark was heard later than this after it tells nothing of waits, ms of playhead. */
const HEARD_IN_TIME = 250;

/** When the first mould of a cycle is over: the playhead time of the keyframe after it. A cycle after a pause lets go before it. */
export const waveOf = (cycle: ScriptCycle): Milliseconds =>
  milliseconds(cycle.start + (cycle.keyframes[beginsWithRelease(cycle) ? 2 : 1]?.at ?? 0));

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
    air: estimated(plan),
    atMark: status,
    atWave: inWave ? status.waited : null,
    whole: status.cycles === plan.atMark.cycles + 1 && isHeardInTime(plan.script, status.playhead),
  });
}

const isHeardInTime = (script: Script, playhead: Milliseconds): boolean =>
  playhead - (cycleAt(script, playhead)?.start ?? 0) <= HEARD_IN_TIME;

/**
 * The estimate of the air after the cycle that just ended, if it ran uninterrupted and the next one follows it, and from the
 * pressures at which that one begins.
 */
function estimated({ air, atMark, atWave, script, whole, boots, heard }: Plan): AirEstimate {
  const { status, pressures } = heard;
  const ended = cycleAt(script, atMark.playhead);
  const next = cycleAt(script, status.playhead);
  if (!ended || !next) return air;
  const isNext = status.cycles === atMark.cycles + 1 && ended.start + ended.length === next.start;
  const inTime = isHeardInTime(script, status.playhead);
  const since = (at: Milliseconds): Seconds => inSeconds(milliseconds(at - atMark.waited));
  const measured = { waited: since(status.waited), mould: since(atWave ?? atMark.waited) };
  const after = whole && isNext && inTime ? afterCycle(air, boots, airCycleOf(script, ended), measured) : air;
  // Boots that vent between squeezes keep too little air in a zone for its pressure to tell anything.
  return atCycleStart(after, airCycleOf(script, next), boots.holdsTogether && inTime ? pressures : []);
}
