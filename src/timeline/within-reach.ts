/**
 * The strongest script that a running session can go on with, now that its air has been learned: as asked for, or with as much
 * pressure as the air can follow within the limits.
 */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import { type Mmhg, mmhg } from '../../firmware-protocol/quantities.ts';
import type { FillModel } from '../air/fill-model.ts';
import { type BootsShape, highestTargetOf } from '../program/boots-shape.ts';
import type { Settings } from '../program/program.ts';
import { LEAST_INTENSITY } from '../program/settings.ts';
import { untilRepeated } from '../safety/cycle-rules.ts';
import { checkTimeline } from '../safety/envelope.ts';
import type { Problem } from '../safety/problem.ts';
import { type Beginning, type Script, type ScriptCycle, script } from './script.ts';

interface Reached {
  readonly script: Script;
  /** As asked for, or lower. */
  readonly intensity: Mmhg;
}

export type WithinReach =
  | Reached
  /** What is wrong with the script asked for; no lower intensity helps. */
  | { readonly problem: Problem };

/** The step in which lower intensities are tried, mmHg. */
const STEP = 2;

/** @param before the session's cycles before this beginning, played or still to come */
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
  const problemOf = (keyframes: readonly Keyframe[]): Problem | undefined =>
    checkTimeline(keyframes, boots, fills, highest, { open: true })[0];
  const hasRoom = ({ script: { cycles } }: Reached): boolean => cycles.every(({ fits }) => fits);
  // Most problems show before cycles repeat, so the short part is checked first.
  const isWithin = ({ script: { keyframes } }: Reached): boolean =>
    problemOf(untilRepeated(keyframes)) === undefined && problemOf(keyframes) === undefined;
  const asked = at(settings.intensity);
  const problem = problemOf(asked.script.keyframes);
  if (problem === undefined && hasRoom(asked)) return asked;
  // One by one from above: at another pressure the pattern gives way differently, so less is not always easier.
  for (let lower = Math.ceil(asked.intensity) - STEP; lower >= LEAST_INTENSITY; lower -= STEP) {
    const found = at(mmhg(lower));
    if (hasRoom(found) && isWithin(found)) return found;
  }
  return problem === undefined ? asked : { problem };
}
