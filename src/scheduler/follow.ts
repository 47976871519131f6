/**
 * Follows the boots through the script: when a change takes effect, when the first prefill (the fill of the empty bags) is over, when a
 * cycle and its wave begin. At each new cycle, updates the estimate of the air and has the rest of the session revised.
 */

import {
  inSeconds,
  type Milliseconds,
  milliseconds,
  type Seconds,
  seconds,
} from '../../firmware-protocol/quantities.ts';
import { type AirEstimate, afterCycle, atCycleStart } from '../air/estimator.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import { cycleAt, type Script, type ScriptCycle } from '../timeline/script.ts';
import { recount } from './changes/recount.ts';
import type { Scheduled } from './event.ts';
import { scheduled } from './event.ts';
import { airCycleOf, beginsWithRelease } from './forecast.ts';
import type { Plan } from './plan.ts';

/**
 * A report is in time if the playhead is at most this far past the beginning of a cycle, ms. Later, a wait may belong to this cycle or to
 * the one before.
 */
const LONGEST_MARK_DELAY = 250;

/** Playhead time at which the wave (the squeezes) begins: after a release that begins the cycle, and after a prefill. */
export function waveOf(cycle: ScriptCycle, { holdsTogether }: BootsShape): Milliseconds {
  const release = beginsWithRelease(cycle) ? 1 : 0;
  // Boots that hold one zone at a time have no prefill.
  const prefill = holdsTogether ? 1 : 0;
  return milliseconds(cycle.start + (cycle.keyframes[release + prefill]?.at ?? 0));
}

export function follow(before: Plan): Scheduled {
  const { status } = before.report;
  const { change } = before;
  const inForce = change?.taken && status.playhead >= change.from && status.therapy === 'running';
  const cycle = cycleAt(before.script, status.playhead);
  const inWave = cycle !== undefined && status.playhead >= waveOf(cycle, before.boots);
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

/** How long the boots waited at the first prefill; null until that is over; 0 if no wait was predicted for it. */
function prefillOf({ report: { status }, script: { cycles } }: Plan): Seconds | null {
  if (!cycles[0]?.prefillWait) return seconds(0);
  return status.gates > 0 ? inSeconds(status.waited) : null;
}

const isReportedInTime = (script: Script, playhead: Milliseconds): boolean =>
  playhead - (cycleAt(script, playhead)?.start ?? 0) <= LONGEST_MARK_DELAY;

/**
 * The estimate of the air as a cycle begins, corrected by the pressures measured now and by the waits of the cycle that has just ended.
 * These waits count only if that cycle ran uninterrupted and unchanged directly before this one, and the boots reported the beginning of
 * both in time.
 */
function estimated({ air, atMark, script, whole, boots, report }: Plan): AirEstimate {
  const { status, pressures } = report;
  const ended = cycleAt(script, atMark.playhead);
  const next = cycleAt(script, status.playhead);
  if (!ended || !next) return air;
  const isNext = status.cycles === atMark.cycles + 1 && ended.start + ended.length === next.start;
  const inTime = isReportedInTime(script, status.playhead);
  const waited = inSeconds(milliseconds(status.waited - atMark.waited));
  const after = whole && isNext && inTime ? afterCycle(air, boots, airCycleOf(script, ended), waited) : air;
  // Boots that cannot hold zones together leave too little air between squeezes for a zone's pressure to say anything.
  return atCycleStart(after, airCycleOf(script, next), boots.holdsTogether && inTime ? pressures : []);
}
