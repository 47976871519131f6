/** Times of a running session: where the playhead is now, how much of the promised time is left, how long cycles should take. */

import {
  elapsed,
  inSeconds,
  type Milliseconds,
  milliseconds,
  type Seconds,
  seconds,
} from '../../firmware-protocol/quantities.ts';
import type { CycleTime } from '../air/cycle-time.ts';
import { airOf } from '../air/estimator.ts';
import { cycleAt, type ScriptCycle } from '../timeline/script.ts';
import { airCycleOf, forecast, type PlaceInCycle, remainingTime } from './forecast.ts';
import type { Plan } from './plan.ts';

/** The scheduler plans for a session to end this long before its longest wall time, s, because waits are only forecast. */
export const WALL_LIMIT_MARGIN = 12;

/**
 * Where the playhead is now, counted on from the last report: never past the script's end, and just short of a gate until the boots report
 * that they have reached that gate.
 */
export function playheadNow({ report: { status, at }, script, now }: Plan): Milliseconds {
  const since = status.operation === 'playing' ? Math.max(0, elapsed(at, now)) : 0;
  const { keyframes, end } = script;
  const gate = since > 0 && keyframes.find((keyframe) => keyframe.at > status.playhead && keyframe.gate > 0);
  const furthest = gate ? Math.max(status.playhead, gate.at - 1) : end;
  return milliseconds(Math.min(end, status.playhead + since, furthest));
}

/** Time waited at gates in this session, counted on from the last report. */
function waitedNow({ report: { status, at }, now }: Plan): Milliseconds {
  const since = status.operation === 'waiting' ? elapsed(at, now) : 0;
  return milliseconds(status.waited + Math.max(0, since));
}

/** Running time so far (playhead time plus waits, without pauses), counted on from the last report. */
export function activeSoFar({ report: { status, at }, now }: Plan): Seconds {
  const moving = status.therapy === 'running' ? elapsed(at, now) : 0;
  return inSeconds(milliseconds(status.playhead + status.waited + Math.max(0, moving)));
}

/** The minutes wanted plus the first prefill (the fill of the empty bags), which is a forecast until it is over. */
export const promisedTime = ({ wanted, prefill, script }: Plan): Seconds =>
  seconds(wanted.minutes * 60 + (prefill ?? script.cycles[0]?.prefillWait ?? 0));

export const promisedTimeLeft = (plan: Plan): Seconds =>
  seconds(Math.max(0, promisedTime(plan) - activeSoFar(plan)));

export const placeInCycle = (plan: Plan, cycle: ScriptCycle): PlaceInCycle => ({
  playhead: Math.max(0, playheadNow(plan) - cycle.start),
  reported: plan.report.status.playhead - cycle.start,
  waited: inSeconds(milliseconds(Math.max(0, waitedNow(plan) - plan.atMark.waited))),
});

/** Time waited at gates since the wave of the cycle being played began; null = that wave has not begun. */
export const waitedInWave = (plan: Plan): Seconds | null =>
  plan.atWave === null ? null : inSeconds(milliseconds(Math.max(0, waitedNow(plan) - plan.atWave)));

export function expectedTime({ script, boots, air }: Plan, cycle: ScriptCycle): CycleTime {
  const own = airCycleOf(script, cycle);
  return forecast(own, boots, airOf(air, own));
}

export const expectedWall = (plan: Plan, cycle: ScriptCycle): Seconds => expectedTime(plan, cycle).wall;

/** Forecast wall time from now until the playhead reaches a cycle boundary or the end of the script; 0 if the playhead is past that. */
export function expectedUntil(plan: Plan, boundary: Milliseconds): Seconds {
  const { script } = plan;
  const now = cycleAt(script, playheadNow(plan));
  if (!now || boundary <= playheadNow(plan)) return seconds(0);
  const { waits } = expectedTime(plan, now);
  let wall: number = now.start < boundary ? remainingTime(now, waits, placeInCycle(plan, now)) : 0;
  for (const cycle of script.cycles) {
    if (cycle.start > now.start && cycle.start < boundary) wall += expectedWall(plan, cycle);
  }
  return seconds(wall);
}

export interface TimeBudget {
  readonly promised: Seconds;
  readonly allowed: Seconds;
}

/**
 * How much of the promised running time and of the longest wall time will be left when the playhead reaches a boundary; may be negative.
 */
export function budgetAt(plan: Plan, boundary: Milliseconds): TimeBudget {
  const until = expectedUntil(plan, boundary);
  return {
    promised: seconds(promisedTimeLeft(plan) - until),
    allowed: seconds(plan.longest - plan.report.status.wall - until),
  };
}

/** Wall time that this session had spent paused at the last report. */
export const pausedSoFar = ({ report: { status } }: Plan): Seconds =>
  seconds(Math.max(0, status.wall - inSeconds(milliseconds(status.playhead + status.waited))));

/** The most minutes that a person can still choose: pauses and the first prefill take up part of the longest wall time. */
export const mostMinutes = (plan: Plan): number => {
  const prefill = promisedTime(plan) - plan.wanted.minutes * 60;
  return Math.floor((plan.longest - pausedSoFar(plan) - prefill) / 60);
};
