/**
 * Lowers the pressure at once: orders a ceiling if the intensity falls, replaces the rest of the cycle being played with a lower one, and
 * composes new cycles after it.
 */

import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import {
  inSeconds,
  type Milliseconds,
  type Mmhg,
  milliseconds,
  mmhg,
  seconds,
} from '../../../firmware-protocol/quantities.ts';
import { type Beginning, cycleAt } from '../../timeline/script.ts';
import { noticing, type Order, type Scheduled, scheduled } from '../event.ts';
import type { Plan } from '../plan.ts';
import { BOUNDARY_MARGIN, cutTo, endAt, nextBoundary, tailFrom } from '../tail.ts';
import { leftAt, playheadNow } from '../time.ts';
import { cyclesBetween, type LoweredScript, type Rest } from './lowered-script.ts';

/** A lowered rest begins this far ahead of the playhead: the time a frame may take to arrive. */
const LOWER_MARGIN: Milliseconds = milliseconds(300);
/** When a lowering arrives too late, the margin grows by this factor, up to the longest. */
const MARGIN_GROWTH = 4;
const LONGEST_MARGIN: Milliseconds = milliseconds(4800);
export const longerMargin = (margin: Milliseconds): Milliseconds =>
  milliseconds(Math.min(margin * MARGIN_GROWTH, LONGEST_MARGIN));

/** Resolution of keyframe times on the wire. */
const WIRE_GRID: Milliseconds = milliseconds(10);

/** Lowering is never refused: if the cycles to come may not be sent, the session ends with the current one, and a notice says so. */
export function lowerNow(plan: Plan, lowered: LoweredScript, margin: Milliseconds = LOWER_MARGIN): Scheduled {
  const { script, wanted } = plan;
  const from = lowerFrom(plan, margin);
  const next = nextBoundary(plan, milliseconds(margin + BOUNDARY_MARGIN));
  const cycles = cyclesBetween(script, playheadNow(plan), next.at);
  const before = plan.change?.before ?? plan.settings;
  const lowersIntensity = wanted.intensity < before.intensity || lowered.lowersIntensity(cycles);
  const under = (ceiling: Mmhg): readonly Order[] => (lowersIntensity ? [{ kind: 'ceiling', ceiling }] : []);
  if (from >= script.end)
    return scheduled({ ...plan, settings: wanted }, ...under(lowered.highestPeak(cycles)));
  const rest = lowered.rest(from, next.at);
  // The cycles to come begin with the air that the lowered one leaves.
  const left = lowered.script(from, rest, endAt(script, rest.boundary));
  const beginning = rest.boundary === next.at ? next : earlierBeginning(plan, next, from, rest);
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
 * Where a lowered rest begins. A gate within the margin may wait for long, so the rest begins there and lowers it too. Otherwise the
 * time lies on the wire's grid counted from the cycle's start, so that the keyframes after it keep their exact times.
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

/** The next cycle's beginning where the one being played is released early. */
function earlierBeginning(
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
