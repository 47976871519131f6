/**
 * After each cycle, what is left of a session is looked at again with what was learned: cycles are added or dropped at its end,
 * so that it ends at the boundary nearest to its promise, and cycles that would not keep the limits on these legs are composed
 * anew, with less pressure where they must; where none would keep them the session ends, and says why.
 */

import { type Milliseconds, milliseconds, seconds } from '../../firmware-protocol/quantities.ts';
import { type Beginning, cycleAt, type Script, type ScriptCycle, spliced } from '../timeline/script.ts';
import { againstSending, endOf, nextBoundary, tailFrom } from './changes.ts';
import { noticed } from './notices.ts';
import type { BootsFacts, Running, SessionState } from './state.ts';
import { type Step, step } from './step.ts';
import type { Message } from './view.ts';
import { wallOf } from './wall.ts';

/** From this cycle on (from 0) how long cycles take is known well enough not to change their number for little. */
const SETTLED = 3;
/**
 * How far from its promise a session may end, as a share of a cycle: at the nearest boundary, as long as a cycle more or less is
 * little of what is left; once it is not, what a person has been told of the time left counts for more.
 */
const NEAR = { early: 0.5, late: 1 };
/** Cycles ahead from which on one more or less is little. */
const MANY = 25;
/** Cycles are dropped where the session would end nearer than this to its limit, s. */
const BEFORE_LIMIT = 12;
/** Cycles that are looked at for the limits; the next ones are looked at when their time comes. */
const LOOKED_AT = 2;

/** Nothing that squeezes could be composed inside the limits: the boots have got worse. */
const endsEarly: Message = {
  kind: 'clamped',
  problem: {
    place: 'session',
    reason: 'By now the boots fill too slowly on these legs, even with the least pressure.',
    suggestion: 'The session ends with the wave that is being played. Look at hoses, bags and battery.',
  },
};

export function recount(state: SessionState): Step {
  const { running, boots } = state;
  if (!running || !boots || running.change || state.phase !== 'running') return step(state);
  const { script: plan } = running;
  const from = nextBoundary(state, plan);
  const ahead = plan.cycles.filter(({ start }) => start >= from.at);
  if (isUnsafe(state, running, boots, ahead)) {
    const composed = tailFrom(state, running, from);
    return 'tail' in composed
      ? playing(composed.state, running, from.at, composed.tail)
      : playing(noticed(state, endsEarly), running, from.at, endOf(plan, from.at));
  }
  const last = plan.cycles.at(-1);
  if (!last) return step(state);
  const walls = ahead.map((cycle) => wallOf(cycle, state, running));
  const wall = walls.reduce((sum, each) => sum + each, 0);
  const now = cycleAt(plan, running.atMark.playhead)?.index ?? 0;
  const early = now < SETTLED || ahead.length > MANY;
  const near = (early ? NEAR.early : NEAR.late) * wallOf(last, state, running);
  if (from.promised - wall > near) return longer(state, running, last, from, wall);
  const tooLong = wall - from.promised > near || wall > from.allowed - BEFORE_LIMIT;
  const first = tooLong ? ahead[fitting(walls, from)] : undefined;
  return first ? playing(state, running, first.start, endOf(plan, first.start)) : step(state);
}

/** Whether the next cycles, as the boots hold them, would not keep the limits on these legs. */
function isUnsafe(
  state: SessionState,
  running: Running,
  boots: BootsFacts,
  ahead: readonly ScriptCycle[],
): boolean {
  const next = ahead.slice(0, LOOKED_AT);
  const [first] = next;
  const until = next.at(-1);
  if (!first || !until) return false;
  const over = milliseconds(until.start + until.length);
  const own = running.script.keyframes.filter(({ at, end }) => at >= first.start && at < over && !end);
  // Its rest lasts until something follows.
  const keyframes = [...own, ...endOf(running.script, over).keyframes];
  return againstSending(boots, state, running, { keyframes }).length > 0;
}

/** How many of these cycles end nearest to the promise, and inside what is allowed. */
function fitting(walls: readonly number[], { promised, allowed }: Beginning): number {
  let wall = 0;
  let count = 0;
  for (const each of walls) {
    if (promised - wall < each / 2 || wall + each > allowed - BEFORE_LIMIT) break;
    wall += each;
    count++;
  }
  return count;
}

/** More cycles where the session would have ended. */
function longer(
  state: SessionState,
  running: Running,
  last: ScriptCycle,
  from: Beginning,
  wall: number,
): Step {
  const { end } = running.script;
  const more = tailFrom(state, running, {
    at: end,
    index: last.index + 1,
    promised: seconds(from.promised - wall),
    allowed: seconds(from.allowed - wall),
    afterPause: false,
  });
  return 'tail' in more && more.tail.cycles.length > 0
    ? playing(more.state, running, end, more.tail)
    : step(state);
}

const playing = (state: SessionState, running: Running, at: Milliseconds, tail: Script): Step =>
  step(
    {
      ...state,
      running: { ...running, script: spliced(running.script, at, tail), settings: state.settings },
    },
    { kind: 'cut', cut: { keyframes: tail.keyframes, from: at } },
  );
