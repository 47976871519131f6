/**
 * Time left, as a clock shows it. Until the boots are filled it shows the minutes wanted; then it falls by a second in each second of
 * running. It stands still in a pause, unless the longest wall time of a session sets it, and never rises by itself.
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
import { activeSoFar, WALL_LIMIT_MARGIN } from './time.ts';

/** What the clock remembers of earlier reports. */
export interface Shown {
  /** The longest running time shown so far. A later report that is behind it stops the clock for a moment instead of turning it back. */
  readonly active: Seconds;
  /** When the session's wall time began, as far as its reports tell; null before the first. */
  readonly wallSince: Instant | null;
}

export const nothingShown: Shown = { active: seconds(0), wallSince: null };

/** @param plan before the report @param status the report, at `now` */
export function shownAfter(plan: Plan, status: Status, now: Instant): Shown {
  const { active, wallSince } = plan.shown;
  const before = plan.heard.status.therapy === 'running' ? activeSoFar({ ...plan, now }) : 0;
  return {
    active: seconds(Math.max(active, before)),
    wallSince: status.therapy === 'stopped' ? wallSince : earliest(wallSince, status.wall, now),
  };
}

/** The boots report whole seconds, rounded down, and a report takes time to arrive, so the report that gives the earliest beginning is the most exact. */
function earliest(known: Instant | null, wall: Seconds, now: Instant): Instant {
  const began = (now - wall * 1000) as Instant;
  return known === null || began < known ? began : known;
}

export interface TimeLeft {
  readonly left: Seconds;
  /** The longest wall time, if it ends the session before its minutes are over; otherwise null. */
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

/** Wall time of the session by now, pauses and filling included. */
const wallNow = ({ shown: { wallSince }, now }: Plan): Seconds =>
  wallSince === null ? seconds(0) : inSeconds(milliseconds(elapsed(wallSince, now)));
