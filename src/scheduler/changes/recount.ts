/**
 * Revises the rest of the session at each new cycle, for the air as estimated now: adds or drops cycles at the end, or lengthens the last
 * rests, so that the session ends near its promised time. If the next cycles would break a limit, composes them anew or, if no intensity
 * tried keeps the limits, ends the session early.
 */

import { type Milliseconds, milliseconds, seconds } from '../../../firmware-protocol/quantities.ts';
import { type Beginning, cycleAt, type Script, type ScriptCycle, spliced } from '../../timeline/script.ts';
import { type Scheduled, scheduled, withNotices } from '../event.ts';
import { lengthenRests } from '../last-cycles.ts';
import type { Plan } from '../plan.ts';
import { endAt, nextBoundary, problemsIn, tailFrom } from '../tail.ts';
import { expectedWall, WALL_LIMIT_MARGIN } from '../time.ts';

/** From this cycle on, counted from 0, the later and larger tolerance applies. */
const SETTLED_CYCLE = 3;
/**
 * How far from its promised time a session may end, as a share of a cycle. Early on, half a cycle, which picks the nearest boundary; later
 * slightly more, so that the number of cycles does not change again and again.
 */
const PROMISE_TOLERANCE = { early: 0.5, late: 0.6 };
/** While more cycles than this are ahead, the early tolerance applies: a change in the number of cycles is hardly noticed. */
const MANY_CYCLES = 25;
/** How many of the next cycles are checked against the limits; later ones are checked as they come nearer. */
const CYCLES_CHECKED = 2;

export function recount(plan: Plan): Scheduled {
  if (plan.change || plan.stage !== 'playing') return scheduled(plan);
  const { script } = plan;
  const from = nextBoundary(plan);
  const ahead = script.cycles.filter(({ start }) => start >= from.at);
  if (isUnsafe(plan, ahead)) return recomposed(plan, from);
  const last = script.cycles.at(-1);
  if (!last) return scheduled(plan);
  const walls = ahead.map((cycle) => expectedWall(plan, cycle));
  const wall = walls.reduce((sum, each) => sum + each, 0);
  const now = cycleAt(script, plan.atMark.playhead)?.index ?? 0;
  const early = now < SETTLED_CYCLE || ahead.length > MANY_CYCLES;
  const near = (early ? PROMISE_TOLERANCE.early : PROMISE_TOLERANCE.late) * expectedWall(plan, last);
  if (from.promised - wall > near) return extended(plan, last, from, wall);
  const tooLong = wall - from.promised > near || wall > from.allowed - WALL_LIMIT_MARGIN;
  const first = tooLong ? ahead[fitting(walls, from)] : undefined;
  if (first) return withTail(plan, first.start, endAt(script, first.start));
  const spare = Math.min(from.promised, from.allowed - WALL_LIMIT_MARGIN) - wall;
  return lengthenRests(plan, ahead, from.at, seconds(spare));
}

function recomposed(plan: Plan, from: Beginning): Scheduled {
  const composed = tailFrom(plan, from);
  return composed.kind === 'composed'
    ? withNotices(withTail(composed.plan, from.at, composed.tail), ...composed.notices)
    : withNotices(withTail(plan, from.at, endAt(plan.script, from.at)), { kind: 'endsEarly', why: 'air' });
}

function isUnsafe(plan: Plan, ahead: readonly ScriptCycle[]): boolean {
  const next = ahead.slice(0, CYCLES_CHECKED);
  const [first] = next;
  const until = next.at(-1);
  if (!first || !until) return false;
  const over = milliseconds(until.start + until.length);
  const own = plan.script.keyframes.filter(({ at, end }) => at >= first.start && at < over && !end);
  // Without an end keyframe, the check would not know how long the last keyframe holds.
  return problemsIn(plan, [...own, ...endAt(plan.script, over).keyframes]).length > 0;
}

/**
 * After how many of these cycles the session ends nearest to its promised time, within the wall time allowed.
 * @param walls wall time of each cycle, s
 */
function fitting(walls: readonly number[], { promised, allowed }: Beginning): number {
  let wall = 0;
  let count = 0;
  for (const each of walls) {
    if (promised - wall < each / 2 || wall + each > allowed - WALL_LIMIT_MARGIN) break;
    wall += each;
    count++;
  }
  return count;
}

/** @param wall wall time of the cycles ahead, s */
function extended(plan: Plan, last: ScriptCycle, from: Beginning, wall: number): Scheduled {
  const { end } = plan.script;
  const more = tailFrom(plan, {
    at: end,
    index: last.index + 1,
    promised: seconds(from.promised - wall),
    allowed: seconds(from.allowed - wall),
    afterPause: false,
  });
  return more.kind === 'composed' && more.tail.cycles.length > 0
    ? withNotices(withTail(more.plan, end, more.tail), ...more.notices)
    : scheduled(plan);
}

const withTail = (plan: Plan, at: Milliseconds, tail: Script): Scheduled =>
  scheduled(
    { ...plan, script: spliced(plan.script, at, tail), settings: plan.wanted },
    { kind: 'cut', keyframes: tail.keyframes, from: at },
  );
