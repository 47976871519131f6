/** Follows the boots through the script: a change in force, the first prefill over, a cycle begun; then updates the estimate of the air. */

import {
  inSeconds,
  type Milliseconds,
  milliseconds,
  type Seconds,
  seconds,
} from '../../firmware-protocol/quantities.ts';
import { type AirEstimate, afterCycle, atCycleStart } from '../air/estimator.ts';
import { cycleAt, type Script, type ScriptCycle } from '../timeline/script.ts';
import { recount } from './changes/recount.ts';
import type { Scheduled } from './event.ts';
import { scheduled } from './event.ts';
import { airCycleOf, beginsWithRelease } from './forecast.ts';
import type { Plan } from './plan.ts';

/** Waits of a cycle count only if its mark was reported within this of it, ms of playhead. */
const MARK_DELAY = 250;

/** Playhead time at which the prefill of a cycle is over and its wave begins. A cycle after a pause has a release before its prefill. */
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
    prefill: before.prefill ?? prefillOf(before),
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
    whole: status.cycles === plan.atMark.cycles + 1 && isReportedInTime(plan.script, status.playhead),
  });
}

/** Boots that fill one zone at a time have no prefill: their first wave counts from its beginning. */
function prefillOf({ heard: { status }, script: { cycles } }: Plan): Seconds | null {
  if (!cycles[0]?.prefillWait) return seconds(0);
  return status.gates > 0 ? inSeconds(status.waited) : null;
}

const isReportedInTime = (script: Script, playhead: Milliseconds): boolean =>
  playhead - (cycleAt(script, playhead)?.start ?? 0) <= MARK_DELAY;

/**
 * The estimate of the air after the cycle that just ended, if it ran uninterrupted and the next one follows it, and from the
 * pressures at which that one begins.
 */
function estimated({ air, atMark, script, whole, boots, heard }: Plan): AirEstimate {
  const { status, pressures } = heard;
  const ended = cycleAt(script, atMark.playhead);
  const next = cycleAt(script, status.playhead);
  if (!ended || !next) return air;
  const isNext = status.cycles === atMark.cycles + 1 && ended.start + ended.length === next.start;
  const inTime = isReportedInTime(script, status.playhead);
  const waited = inSeconds(milliseconds(status.waited - atMark.waited));
  const after = whole && isNext && inTime ? afterCycle(air, boots, airCycleOf(script, ended), waited) : air;
  // Boots that vent between squeezes keep too little air in a zone for its pressure to tell anything.
  return atCycleStart(after, airCycleOf(script, next), boots.holdsTogether && inTime ? pressures : []);
}
