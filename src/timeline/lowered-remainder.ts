/** Lowers the remainder of a cycle that is being played: less pressure, at the same times and in the same order. */

import type { Keyframe, Target } from '../../firmware-protocol/keyframe.ts';
import { type Milliseconds, type Mmhg, mmhg, seconds } from '../../firmware-protocol/quantities.ts';
import { roundTarget } from './cycle/levels.ts';
import { cycleAt, type Script, type ScriptCycle } from './script.ts';

/** How far a cycle is lowered. */
export interface Lowering {
  /** Factor for targets above the prefill, 0 to 1. */
  readonly ratio: number;
  /** The prefill from now on, at which zones wait for their turn. */
  readonly prefill: Mmhg;
  /** The highest that each target may be, in the order of a keyframe's targets; 0 = the zone is switched off. */
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
 * The lowered keyframes from `from` until `boundary`: first the one in force at `from`, with its gate if the playhead is exactly there, then
 * those after it.
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
