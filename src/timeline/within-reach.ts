/**
 * Composes the script with which a running session can continue on the air as estimated now: at the intensity asked for, or at a lower one
 * if the air cannot follow.
 */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import { type Mmhg, mmhg } from '../../firmware-protocol/quantities.ts';

import { highestTargetOf } from '../program/boots-shape.ts';
import { LEAST_INTENSITY } from '../program/settings.ts';
import { untilRepeated } from '../safety/cycle-rules.ts';
import { checkTimeline } from '../safety/envelope.ts';
import type { Problem } from '../safety/problem.ts';
import { type Beginning, type Script, type ScriptCycle, type ScriptInput, script } from './script.ts';

interface ScriptInReach {
  readonly script: Script;
  readonly intensity: Mmhg;
}

export type WithinReach =
  | ScriptInReach
  /** What is wrong with the script at the intensity asked for, if no lower intensity that was tried helps. */
  | { readonly problem: Problem };

/** Distance between the intensities tried, mmHg. */
const TRIED_STEP = 2;

/**
 * Tries the intensity asked for, then lower ones, until a script breaks no limit and each of its cycles keeps a margin (`fits`). If none
 * has that margin, the intensity asked for is used, provided that it breaks no limit.
 * @param before the session's cycles before this beginning, played or still to come
 */
export function withinReach(
  { settings, boots, fills }: ScriptInput,
  from: Beginning,
  before: readonly ScriptCycle[],
): WithinReach {
  const highest = highestTargetOf(boots, settings.confirmed);
  const at = (intensity: Mmhg): ScriptInReach => ({
    script: script({ settings: { ...settings, intensity }, boots, fills }, from, before),
    intensity,
  });
  const problemOf = (keyframes: readonly Keyframe[]): Problem | undefined =>
    checkTimeline(keyframes, boots, fills, highest, { open: true })[0];
  const hasRoom = ({ script: { cycles } }: ScriptInReach): boolean => cycles.every(({ fits }) => fits);
  // Most problems show before cycles only repeat, so the short part up to that point is checked first.
  const isWithin = ({ script: { keyframes } }: ScriptInReach): boolean =>
    problemOf(untilRepeated(keyframes)) === undefined && problemOf(keyframes) === undefined;
  const asked = at(settings.intensity);
  const problem = problemOf(asked.script.keyframes);
  if (problem === undefined && hasRoom(asked)) return asked;
  // Intensities are tried one by one, without bisection: at each one other parts of the pattern give way, so a lower one does not always
  // fit better.
  const highestTried = Math.ceil(asked.intensity) - TRIED_STEP;
  for (let lower = highestTried; lower >= LEAST_INTENSITY; lower -= TRIED_STEP) {
    const found = at(mmhg(lower));
    if (hasRoom(found) && isWithin(found)) return found;
  }
  return problem === undefined ? asked : { problem };
}
