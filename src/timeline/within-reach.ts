/**
 * What a running session can go on with on legs that are known by now: what was asked for, or as much pressure of it as the air
 * can follow inside the limits.
 */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import { type Mmhg, mmhg } from '../../firmware-protocol/quantities.ts';
import { type BootsShape, highestTargetOf } from '../program/boots-shape.ts';
import type { Settings } from '../program/program.ts';
import { LEAST_INTENSITY } from '../program/settings.ts';
import { untilRepeated } from '../safety/cycle-rules.ts';
import { checkTimeline } from '../safety/envelope.ts';
import type { FillModel } from '../safety/fill-model.ts';
import type { Problem } from '../safety/problem.ts';
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

/** In which less is tried, mmHg. */
const STEP = 2;

/** @param before cycles that were played, or will be, before this beginning */
export function withinReach(
  settings: Settings,
  boots: BootsShape,
  fills: FillModel,
  from: Beginning,
  before: readonly ScriptCycle[],
): WithinReach {
  const highest = highestTargetOf(boots, settings.confirmed);
  const at = (intensity: Mmhg): Reached => ({
    script: script({ ...settings, intensity }, boots, fills, from, before),
    intensity,
  });
  const against = (keyframes: readonly Keyframe[]): Problem | undefined =>
    checkTimeline(keyframes, boots, fills, highest, { open: true })[0];
  const hasRoom = ({ script: { cycles } }: Reached): boolean => cycles.every(({ fits }) => fits);
  // Most of what does not fit shows before cycles repeat.
  const isWithin = ({ script: { keyframes } }: Reached): boolean =>
    against(untilRepeated(keyframes)) === undefined && against(keyframes) === undefined;
  const asked = at(settings.intensity);
  const problem = against(asked.script.keyframes);
  if (problem === undefined && hasRoom(asked)) return asked;
  // From above: what of a pattern gives way changes with the pressure, so that less is not always easier.
  for (let lower = Math.ceil(asked.intensity) - STEP; lower >= LEAST_INTENSITY; lower -= STEP) {
    const found = at(mmhg(lower));
    if (hasRoom(found) && isWithin(found)) return found;
  }
  return problem === undefined ? asked : { problem };
}
