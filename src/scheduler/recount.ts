/**
 * After each cycle the rest of the session is looked at with what was learned. Cycles are added or dropped at its end, so that it
 * ends at the boundary nearest to its promise. Cycles that would break the limits on these legs are composed anew, with less
 * pressure if need be; where no pressure keeps the limits, the session ends with this cycle.
 */

import { type Milliseconds, milliseconds, seconds } from '../../firmware-protocol/quantities.ts';
import { type Beginning, cycleAt, type Script, type ScriptCycle, spliced } from '../timeline/script.ts';
import { noticing, type Scheduled, scheduled } from './event.ts';
import type { Plan } from './plan.ts';
import { againstSending, endAt, nextBoundary, tailFrom } from './tail.ts';
import { expectedWall } from './time.ts';

/** From this cycle on (from 0) the length of cycles is known well enough not to change their number for little. */
const SETTLED = 3;
/**
 * How far from its promise a session may end, as a share of a cycle: at the nearest boundary, as long as a cycle more or less is
 * little of what is left; once it is not, what the person was told of the time left counts for more.
 */
const NEAR = { early: 0.5, late: 1 };
/** With more cycles than this ahead, one more or less is little. */
const MANY = 25;
/** Cycles are dropped where the session would end nearer than this to its wall limit, s. */
const BEFORE_WALL_LIMIT = 12;
/** Cycles checked against the limits; the ones after them are checked when their time comes. */
const CHECKED_AHEAD = 2;

export function recount(plan: Plan): Scheduled {
  if (plan.change || plan.stage !== 'playing') return scheduled(plan);
  const { script } = plan;
  const from = nextBoundary(plan);
  const ahead = script.cycles.filter(({ start }) => start >= from.at);
  if (isUnsafe(plan, ahead)) return composedAnew(plan, from);
  const last = script.cycles.at(-1);
  if (!last) return scheduled(plan);
  const walls = ahead.map((cycle) => expectedWall(plan, cycle));
  const wall = walls.reduce((sum, each) => sum + each, 0);
  const now = cycleAt(script, plan.atMark.playhead)?.index ?? 0;
  const early = now < SETTLED || ahead.length > MANY;
  const near = (early ? NEAR.early : NEAR.late) * expectedWall(plan, last);
  if (from.promised - wall > near) return longer(plan, last, from, wall);
  const tooLong = wall - from.promised > near || wall > from.allowed - BEFORE_WALL_LIMIT;
  const first = tooLong ? ahead[fitting(walls, from)] : undefined;
  return first ? withTail(plan, first.start, endAt(script, first.start)) : scheduled(plan);
}

function composedAnew(plan: Plan, from: Beginning): Scheduled {
  const composed = tailFrom(plan, from);
  return composed.kind === 'composed'
    ? noticing(withTail(composed.plan, from.at, composed.tail), ...composed.notices)
    : noticing(withTail(plan, from.at, endAt(plan.script, from.at)), { kind: 'endsEarly', why: 'air' });
}

/** Whether the next cycles, as the boots hold them, would break the limits on these legs. */
function isUnsafe(plan: Plan, ahead: readonly ScriptCycle[]): boolean {
  const next = ahead.slice(0, CHECKED_AHEAD);
  const [first] = next;
  const until = next.at(-1);
  if (!first || !until) return false;
  const over = milliseconds(until.start + until.length);
  const own = plan.script.keyframes.filter(({ at, end }) => at >= first.start && at < over && !end);
  // The last rest lasts until something follows.
  return againstSending(plan, [...own, ...endAt(plan.script, over).keyframes]).length > 0;
}

/** How many of these cycles end nearest to the promise, and inside what is allowed. @param walls s */
function fitting(walls: readonly number[], { promised, allowed }: Beginning): number {
  let wall = 0;
  let count = 0;
  for (const each of walls) {
    if (promised - wall < each / 2 || wall + each > allowed - BEFORE_WALL_LIMIT) break;
    wall += each;
    count++;
  }
  return count;
}

/** More cycles where the session would have ended. */
function longer(plan: Plan, last: ScriptCycle, from: Beginning, wall: number): Scheduled {
  const { end } = plan.script;
  const more = tailFrom(plan, {
    at: end,
    index: last.index + 1,
    promised: seconds(from.promised - wall),
    allowed: seconds(from.allowed - wall),
    afterPause: false,
  });
  return more.kind === 'composed' && more.tail.cycles.length > 0
    ? noticing(withTail(more.plan, end, more.tail), ...more.notices)
    : scheduled(plan);
}

const withTail = (plan: Plan, at: Milliseconds, tail: Script): Scheduled =>
  scheduled(
    { ...plan, script: spliced(plan.script, at, tail), settings: plan.wanted },
    { kind: 'cut', keyframes: tail.keyframes, from: at },
  );
