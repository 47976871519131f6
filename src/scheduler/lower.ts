/** Less at once: a ceiling where the intensity is lowered, then the rest of the cycle again, lower, and new cycles after it. */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import {
  inSeconds,
  type Milliseconds,
  type Mmhg,
  milliseconds,
  mmhg,
  seconds,
} from '../../firmware-protocol/quantities.ts';
import { type Beginning, cycleAt } from '../timeline/script.ts';
import { noticing, type Order, type Scheduled, scheduled } from './event.ts';
import { between, type Lowered, type Rest } from './lowered-script.ts';
import type { Plan } from './plan.ts';
import { BOUNDARY_MARGIN, cutTo, endAt, nextBoundary, tailFrom } from './tail.ts';
import { leftAt, playheadNow } from './time.ts';

/** A lowered rest begins this far ahead of the playhead, the time a frame may be under way; further after one came late. */
const LOWER_MARGIN: Milliseconds = milliseconds(300);
const FURTHER = 4;
const LONGEST_MARGIN: Milliseconds = milliseconds(4800);
export const longerMargin = (margin: Milliseconds): Milliseconds =>
  milliseconds(Math.min(margin * FURTHER, LONGEST_MARGIN));

/** Keyframes are this far apart on the wire, or a multiple of it. */
const WIRE_GRID: Milliseconds = milliseconds(10);

/** Never refused: where the cycles to come may not be sent, the session ends with this one, which is said. */
export function lowerNow(plan: Plan, lowered: Lowered, margin: Milliseconds = LOWER_MARGIN): Scheduled {
  const { script, wanted } = plan;
  const from = lowerFrom(plan, margin);
  const next = nextBoundary(plan, milliseconds(margin + BOUNDARY_MARGIN));
  const cycles = between(script, playheadNow(plan), next.at);
  const before = plan.change?.before ?? plan.settings;
  const isLighter = wanted.intensity < before.intensity || lowered.isLighter(cycles);
  const under = (ceiling: Mmhg): readonly Order[] => (isLighter ? [{ kind: 'ceiling', ceiling }] : []);
  if (from >= script.end) return scheduled({ ...plan, settings: wanted }, ...under(lowered.highest(cycles)));
  const rest = lowered.rest(from, next.at);
  // The cycles to come follow on what is left of this one.
  const left = lowered.script(from, rest, endAt(script, rest.boundary));
  const beginning = rest.boundary === next.at ? next : sooner(plan, next, from, rest);
  const composed = tailFrom({ ...plan, script: left }, beginning);
  const tail = composed.kind === 'composed' ? composed.tail : endAt(script, rest.boundary);
  const after = composed.kind === 'composed' ? composed.plan : plan;
  const cut = cutTo(after, lowered.script(from, rest, tail), { kind: 'lower', from, margin });
  // Batches of the new script may reach the boots before the ceiling does: it must leave all of them as they are.
  const ceiling = highestTarget([...rest.keyframes, ...tail.keyframes]);
  const ordered = { ...cut, orders: [...under(ceiling), ...cut.orders] };
  return composed.kind === 'composed'
    ? noticing(ordered, ...composed.notices)
    : noticing(ordered, { kind: 'endsEarly', why: composed.problem });
}

/**
 * A gate within the margin may stand for long: it is lowered too. Else on the wire's grid as the cycle has it, so that what
 * follows keeps its times to the millisecond and can be replaced from them.
 */
function lowerFrom(plan: Plan, margin: Milliseconds): Milliseconds {
  const { script } = plan;
  const now = playheadNow(plan);
  if (plan.heard.status.operation === 'waiting') return now;
  const start = cycleAt(script, now)?.start ?? milliseconds(0);
  const into = now + margin - start;
  const from = milliseconds(start + Math.ceil(into / WIRE_GRID) * WIRE_GRID);
  return script.keyframes.find(({ at, gate }) => gate > 0 && at > now && at < from)?.at ?? from;
}

/** The next cycle's beginning, where the one being played lets go at once. */
function sooner(
  plan: Plan,
  { index, afterPause }: Beginning,
  from: Milliseconds,
  { boundary }: Rest,
): Beginning {
  const until = inSeconds(milliseconds(boundary - from));
  const left = leftAt(plan, playheadNow(plan));
  return {
    at: boundary,
    index,
    afterPause,
    promised: seconds(left.promised - until),
    allowed: seconds(left.allowed - until),
  };
}

const highestTarget = (keyframes: readonly Keyframe[]): Mmhg =>
  mmhg(
    keyframes.reduce(
      (most, { targets }) =>
        targets.reduce<number>(
          (high, target) => (typeof target === 'number' ? Math.max(high, target) : high),
          most,
        ),
      0,
    ),
  );
