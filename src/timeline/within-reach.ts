/**
 * What a running session can go on with on legs that are known by now: what was asked for, or as much pressure of it as the air
 * can follow inside the limits.
 */

import { type Mmhg, mmhg } from '../../firmware-protocol/quantities.ts';
import { type BootsShape, highestTargetOf } from '../program/boots-shape.ts';
import type { Problem } from '../program/problem.ts';
import type { Settings } from '../program/program.ts';
import { LEAST_INTENSITY } from '../program/settings.ts';
import { checkTimeline } from '../safety/envelope.ts';
import type { FillModel } from '../safety/fill-model.ts';
import { type Beginning, type Script, type ScriptCycle, script } from './script.ts';

interface Reached {
  readonly script: Script;
  /** As asked for, or lower. */
  readonly intensity: Mmhg;
}

export type WithinReach =
  | Reached
  /** What stands against what was asked for, and no lower intensity helps. */
  | { readonly problem: Problem };

/** @param before cycles that were played, or will be, before this beginning */
export function withinReach(
  settings: Settings,
  boots: BootsShape,
  fills: FillModel,
  from: Beginning,
  before: readonly ScriptCycle[],
): WithinReach {
  const highest = highestTargetOf(boots, settings.confirmed);
  const against = (composed: Script): Problem | undefined =>
    checkTimeline(composed.keyframes, boots, fills, highest, { open: true })[0];
  const at = (intensity: Mmhg): Reached => ({
    script: script({ ...settings, intensity }, boots, fills, from, before),
    intensity,
  });
  const asked = at(settings.intensity);
  const problem = against(asked.script);
  if (problem === undefined) return asked;
  let best = at(mmhg(LEAST_INTENSITY));
  if (against(best.script) !== undefined) return { problem };
  // In whole mmHg. Each that is kept has been tried: it need not be that less is always easier.
  for (let above: number = Math.ceil(settings.intensity); above - best.intensity > 1; ) {
    const tried = at(mmhg(Math.floor((above + best.intensity) / 2)));
    if (against(tried.script) === undefined) best = tried;
    else above = tried.intensity;
  }
  return best;
}
