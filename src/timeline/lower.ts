/** The rest of a cycle squeezed less, from where it is being played: times and order stay as they are. */

import type { Keyframe, Target } from '../../firmware-protocol/keyframe.ts';
import { type Milliseconds, type Mmhg, mmhg, seconds } from '../../firmware-protocol/quantities.ts';
import { roundTarget } from './cycle/levels.ts';
import { cycleAt, type Script, type ScriptCycle } from './script.ts';

/** How much less. */
export interface Lowering {
  /** Of the pressures above the mould, 0 to 1. */
  readonly ratio: number;
  /** What waiting zones are kept at from now on. */
  readonly mould: Mmhg;
  /** No target is above these, in the order of the targets; 0 = the zone is switched off. */
  readonly peaks: readonly Mmhg[];
}

function lowerTarget(target: Target, zone: number, before: Mmhg, { ratio, mould, peaks }: Lowering): Target {
  const peak = peaks[zone] ?? 0;
  if (peak === 0) return 'vent';
  if (typeof target !== 'number') return target;
  const kept = Math.min(before, mould);
  const less = target > before ? Math.max(kept, roundTarget(target * ratio)) : Math.min(target, kept);
  return mmhg(Math.min(less, Math.max(peak, kept)));
}

/**
 * What the boots are to play from `from` until `boundary`: what is in force there, said again lower (with its gate, if that is
 * being waited at), and all that follows.
 */
export function loweredRest(
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
    const targets = keyframe.targets.map((target, zone) => lowerTarget(target, zone, cycle.mould, lowering));
    return { ...keyframe, targets };
  });
}
