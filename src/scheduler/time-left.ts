/**
 * The time left, shown as a countdown of the minutes wanted. The countdown begins when the first prefill (the fill of the empty bags) is
 * over, and stands still in a pause. If the longest wall time ends the session sooner, the countdown shows the time until then.
 */

import {
  elapsed,
  type Instant,
  inSeconds,
  milliseconds,
  type Seconds,
  seconds,
} from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import type { Plan } from './plan.ts';
import { activeSoFar, promisedTime, WALL_LIMIT_MARGIN } from './time.ts';

/** What the countdown remembers of earlier reports. */
export interface ShownTime {
  /** The longest running time shown so far. If a later report is behind, the countdown stops for a moment instead of going back up. */
  readonly active: Seconds;
  /** When the session's wall time began, as the boots' reports imply; null before the first report of a session that has begun. */
  readonly wallSince: Instant | null;
}

export const nothingShown: ShownTime = { active: seconds(0), wallSince: null };

/** @param plan the plan before the report @param now when the report came */
export function shownAfter(plan: Plan, status: Status, now: Instant): ShownTime {
  const { active, wallSince } = plan.shown;
  const before = plan.report.status.therapy === 'running' ? activeSoFar({ ...plan, now }) : 0;
  return {
    active: seconds(Math.max(active, before)),
    wallSince: status.therapy === 'stopped' ? wallSince : earliest(wallSince, status.wall, now),
  };
}

/**
 * The earliest beginning that any report implies. Boots report wall time in whole seconds, rounded down, and a report takes time to arrive.
 * Both make the beginning look too late, so the earliest is the most exact.
 */
function earliest(known: Instant | null, wall: Seconds, now: Instant): Instant {
  const began = (now - wall * 1000) as Instant;
  return known === null || began < known ? began : known;
}

export interface TimeLeft {
  readonly left: Seconds;
  /** The longest wall time, if that ends the session before its minutes are over; otherwise null. */
  readonly limit: Seconds | null;
}

export function timeLeft(plan: Plan): TimeLeft {
  const { wanted, prefill, shown, longest } = plan;
  const run = prefill === null ? 0 : Math.max(shown.active, activeSoFar(plan)) - prefill;
  const promised = Math.max(0, wanted.minutes * 60 - Math.max(0, run));
  const allowed = Math.max(0, longest - WALL_LIMIT_MARGIN - wallNow(plan));
  return allowed < promised
    ? { left: seconds(allowed), limit: longest }
    : { left: seconds(promised), limit: null };
}

/**
 * Running time since the first prefill, without pauses; 0 until the prefill is over. Counting on from the last report stops at the promised
 * time, because boots out of reach may have ended the session.
 */
export function runningTime(plan: Plan): Seconds {
  const { prefill, report } = plan;
  if (prefill === null) return seconds(0);
  const reported = inSeconds(milliseconds(report.status.playhead + report.status.waited));
  const active = Math.max(reported, Math.min(activeSoFar(plan), promisedTime(plan)));
  return seconds(Math.max(0, active - prefill));
}

/** Including pauses and the first prefill. */
const wallNow = ({ shown: { wallSince }, now }: Plan): Seconds =>
  wallSince === null ? seconds(0) : inSeconds(milliseconds(elapsed(wallSince, now)));
