/**
 * Lowers the pressure at once: replaces the rest of the cycle being played with a lowered one, and composes new cycles after it. If the
 * intensity falls, a ceiling is ordered too, to which the boots lower every higher target.
 */

import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { KEYFRAME_TIME_STEP } from '../../../firmware-protocol/keyframe.ts';
import {
  inSeconds,
  type Milliseconds,
  type Mmhg,
  milliseconds,
  mmhg,
  seconds,
} from '../../../firmware-protocol/quantities.ts';
import { type Beginning, cycleAt } from '../../timeline/script.ts';
import { type Order, type Scheduled, scheduled, withNotices } from '../event.ts';
import type { Plan } from '../plan.ts';
import { BOUNDARY_MARGIN, cutTo, endAt, nextBoundary, tailFrom } from '../tail.ts';
import { budgetAt, playheadNow } from '../time.ts';
import { cyclesBetween, type LoweredScript, type Remainder } from './lowered-script.ts';

/** How far ahead of the playhead the lowered rest of the cycle begins, except at a gate. A frame may take that long to arrive. */
const LOWER_MARGIN: Milliseconds = milliseconds(300);
/** If the change arrived too late, the next attempt multiplies the margin by this, up to `LONGEST_MARGIN`. */
const MARGIN_GROWTH = 4;
const LONGEST_MARGIN: Milliseconds = milliseconds(4800);
export const longerMargin = (margin: Milliseconds): Milliseconds =>
  milliseconds(Math.min(margin * MARGIN_GROWTH, LONGEST_MARGIN));

/**
 * Lowering is never refused. If no cycle can be composed to follow, the session ends after the lowered rest of this cycle, and a notice
 * says so.
 */
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
  const rest = lowered.remainder(from, next.at);
  // The next cycles are composed for the pressures that the lowered rest of this cycle leaves in the zones.
  const left = lowered.script(from, rest, endAt(script, rest.boundary));
  const beginning = rest.boundary === next.at ? next : earlierBeginning(plan, next, from, rest);
  const composed = tailFrom({ ...plan, script: left }, beginning);
  const tail = composed.kind === 'composed' ? composed.tail : endAt(script, rest.boundary);
  const after = composed.kind === 'composed' ? composed.plan : plan;
  const cut = cutTo(after, lowered.script(from, rest, tail), { kind: 'lower', from, margin });
  // Batches of the new script may reach the boots before the ceiling does, so the ceiling must be no lower than any target in them.
  const ceiling = highestTarget([...rest.keyframes, ...tail.keyframes]);
  const ordered = { ...cut, orders: [...under(ceiling), ...cut.orders] };
  return composed.kind === 'composed'
    ? withNotices(ordered, ...composed.notices)
    : withNotices(ordered, { kind: 'endsEarly', why: composed.problem });
}

/**
 * Playhead time at which the lowered rest of the cycle begins. While the boots wait at a gate: now. If there is a gate within the margin:
 * that gate, because the boots should wait there for the lowered targets. Otherwise a multiple of `KEYFRAME_TIME_STEP` after the start of
 * the cycle, so that the keyframes after it keep their exact times.
 */
function lowerFrom(plan: Plan, margin: Milliseconds): Milliseconds {
  const { script } = plan;
  const now = playheadNow(plan);
  if (plan.report.status.operation === 'waiting') return now;
  const start = cycleAt(script, now)?.start ?? milliseconds(0);
  const into = now + margin - start;
  const from = milliseconds(start + Math.ceil(into / KEYFRAME_TIME_STEP) * KEYFRAME_TIME_STEP);
  return script.keyframes.find(({ at, gate }) => gate > 0 && at > now && at < from)?.at ?? from;
}

function earlierBeginning(
  plan: Plan,
  { index, afterPause }: Beginning,
  from: Milliseconds,
  { boundary }: Remainder,
): Beginning {
  const until = inSeconds(milliseconds(boundary - from));
  const left = budgetAt(plan, playheadNow(plan));
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
