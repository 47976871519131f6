/** Lowers the keyframes that are still to be played up to a cycle boundary. */

import type { Keyframe, Target } from '../../firmware-protocol/keyframe.ts';
import { type Milliseconds, type Mmhg, mmhg, seconds } from '../../firmware-protocol/quantities.ts';
import { roundTarget } from './cycle/levels.ts';
import { cycleAt, type Script, type ScriptCycle } from './script.ts';

export interface Lowering {
  /** Factor for targets above the prefill (the pressure at which zones wait for their turn), 0 to 1. */
  readonly ratio: number;
  /** Replaces the prefill of the cycle if it is lower. */
  readonly prefill: Mmhg;
  /**
   * The new peak of each zone, in the order of a keyframe's targets. No target exceeds it, or the prefill if that is higher. At 0, the zone
   * is vented.
   */
  readonly peaks: readonly Mmhg[];
}

/** @param prefillBefore the prefill that the cycle was composed with */
function lowerTarget(target: Target, zone: number, prefillBefore: Mmhg, lowering: Lowering): Target {
  const peak = lowering.peaks[zone] ?? 0;
  if (peak === 0) return 'vent';
  if (typeof target !== 'number') return target;
  const prefill = Math.min(prefillBefore, lowering.prefill);
  const isAbovePrefill = target > prefillBefore;
  const lowered = isAbovePrefill
    ? Math.max(prefill, roundTarget(target * lowering.ratio))
    : Math.min(target, prefill);
  return mmhg(Math.min(lowered, Math.max(peak, prefill)));
}

/**
 * The lowered keyframes from `from` up to `boundary`, without the one at `boundary`. The first is the keyframe in force at `from`, moved
 * there, without a cycle mark. It keeps its gate only if it was exactly at `from`; otherwise the boots have passed that gate.
 */
export function loweredRemainder(
  plan: Script,
  from: Milliseconds,
  boundary: Milliseconds,
  loweringOf: (cycle: ScriptCycle) => Lowering,
): readonly Keyframe[] {
  const inForce = plan.keyframes.findLast(({ at }) => at <= from);
  const rest = plan.keyframes.filter(({ at, end }) => at > from && at < boundary && !end);
  const again = inForce
    ? [{ ...inForce, at: from, cycle: false, gate: inForce.at === from ? inForce.gate : seconds(0) }]
    : [];
  return [...again, ...rest].map((keyframe) => {
    const cycle = cycleAt(plan, keyframe.at);
    if (!cycle) return keyframe;
    const lowering = loweringOf(cycle);
    const targets = keyframe.targets.map((target, zone) =>
      lowerTarget(target, zone, cycle.prefill, lowering),
    );
    return { ...keyframe, targets };
  });
}
