/** Time as a person counts it: the minutes of the session, without pauses and the first prefill. */

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
import { airCycleOf, forecast, type Place, restOfCycle } from './forecast.ts';
import type { Plan } from './plan.ts';

/** The session must end this long before its wall limit, s, because waits are only predicted. */
export const WALL_LIMIT_MARGIN = 12;

/** The playhead by now. It never passes the script's end, nor a gate that the boots have not reported. */
export function playheadNow({ heard: { status, at }, script, now }: Plan): Milliseconds {
  const since = status.operation === 'playing' ? Math.max(0, elapsed(at, now)) : 0;
  const { keyframes, end } = script;
  const gate = since > 0 && keyframes.find((keyframe) => keyframe.at > status.playhead && keyframe.gate > 0);
  const furthest = gate ? Math.max(status.playhead, gate.at - 1) : end;
  return milliseconds(Math.min(end, status.playhead + since, furthest));
}

/** Total time waited at gates by now. */
function waitedNow({ heard: { status, at }, now }: Plan): Milliseconds {
  const since = status.operation === 'waiting' ? elapsed(at, now) : 0;
  return milliseconds(status.waited + Math.max(0, since));
}

/** Time played so far: playhead and waits, without pauses. */
export function activeSoFar({ heard: { status, at }, now }: Plan): Seconds {
  const moving = status.therapy === 'running' ? elapsed(at, now) : 0;
  return inSeconds(milliseconds(status.playhead + status.waited + Math.max(0, moving)));
}

/** Time promised at the start, pauses not counted: the chosen minutes plus the time that the first prefill takes. */
export const promised = ({ wanted, prefill, script }: Plan): Seconds =>
  seconds(wanted.minutes * 60 + (prefill ?? script.cycles[0]?.prefillWait ?? 0));

export const leftOfPromise = (plan: Plan): Seconds =>
  seconds(Math.max(0, promised(plan) - activeSoFar(plan)));

/** Where the boots are in the cycle being played. */
export const placeIn = (plan: Plan, cycle: ScriptCycle): Place => ({
  playhead: Math.max(0, playheadNow(plan) - cycle.start),
  reported: plan.heard.status.playhead - cycle.start,
  waited: inSeconds(milliseconds(Math.max(0, waitedNow(plan) - plan.atMark.waited))),
});

/** Time waited at gates since the prefill of the cycle being played was over; null = not over yet. */
export const waitedInWave = (plan: Plan): Seconds | null =>
  plan.atWave === null ? null : inSeconds(milliseconds(Math.max(0, waitedNow(plan) - plan.atWave)));

/** How long a cycle of the script takes on the air as estimated by now. */
export function expectedTime({ script, boots, air }: Plan, cycle: ScriptCycle): CycleTime {
  const own = airCycleOf(script, cycle);
  return forecast(own, boots, airOf(air, own));
}

export const expectedWall = (plan: Plan, cycle: ScriptCycle): Seconds => expectedTime(plan, cycle).wall;

/** Forecast wall time from now until a later cycle boundary of the script, or its end. */
export function expectedUntil(plan: Plan, boundary: Milliseconds): Seconds {
  const { script } = plan;
  const now = cycleAt(script, playheadNow(plan));
  if (!now || boundary <= playheadNow(plan)) return seconds(0);
  const { waits } = expectedTime(plan, now);
  let wall: number = now.start < boundary ? restOfCycle(now, waits, placeIn(plan, now)) : 0;
  for (const cycle of script.cycles) {
    if (cycle.start > now.start && cycle.start < boundary) wall += expectedWall(plan, cycle);
  }
  return seconds(wall);
}

export interface Left {
  readonly promised: Seconds;
  readonly allowed: Seconds;
}

/** What will be left of the promise, and of the allowed wall time, at a playhead time. */
export function leftAt(plan: Plan, boundary: Milliseconds): Left {
  const until = expectedUntil(plan, boundary);
  return {
    promised: seconds(leftOfPromise(plan) - until),
    allowed: seconds(plan.longest - plan.heard.status.wall - until),
  };
}

/** Wall time of this session spent paused. */
export const pausedSoFar = ({ heard: { status } }: Plan): Seconds =>
  seconds(Math.max(0, status.wall - inSeconds(milliseconds(status.playhead + status.waited))));

/** The most minutes a person can still choose: the limit on wall time includes pauses and the first prefill. */
export const mostMinutes = (plan: Plan): number => {
  const prefill = promised(plan) - plan.wanted.minutes * 60;
  return Math.floor((plan.longest - pausedSoFar(plan) - prefill) / 60);
};
