/**
 * Composes the strongest script with which a running session can continue on the air as estimated by now: at the intensity asked for,
 * or at the highest lower one at which the air can follow within the limits.
 */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import { type Mmhg, mmhg } from '../../firmware-protocol/quantities.ts';

import { highestTargetOf } from '../program/boots-shape.ts';
import { LEAST_INTENSITY } from '../program/settings.ts';
import { untilRepeated } from '../safety/cycle-rules.ts';
import { checkTimeline } from '../safety/envelope.ts';
import type { Problem } from '../safety/problem.ts';
import { type Beginning, type Script, type ScriptCycle, type ScriptInput, script } from './script.ts';

interface Reached {
  readonly script: Script;
  /** The intensity asked for, or a lower one. */
  readonly intensity: Mmhg;
}

export type WithinReach =
  | Reached
  /** What is wrong with the script asked for; no lower intensity helps. */
  | { readonly problem: Problem };

/** Distance between the intensities that are tried, mmHg. */
const TRIED_EVERY = 2;

/** @param before the session's cycles before this beginning, played or still to come */
export function withinReach(
  { settings, boots, fills }: ScriptInput,
  from: Beginning,
  before: readonly ScriptCycle[],
): WithinReach {
  const highest = highestTargetOf(boots, settings.confirmed);
  const at = (intensity: Mmhg): Reached => ({
    script: script({ settings: { ...settings, intensity }, boots, fills }, from, before),
    intensity,
  });
  const problemOf = (keyframes: readonly Keyframe[]): Problem | undefined =>
    checkTimeline(keyframes, boots, fills, highest, { open: true })[0];
  const hasRoom = ({ script: { cycles } }: Reached): boolean => cycles.every(({ fits }) => fits);
  // Most problems show before cycles repeat, so that short part is checked first.
  const isWithin = ({ script: { keyframes } }: Reached): boolean =>
    problemOf(untilRepeated(keyframes)) === undefined && problemOf(keyframes) === undefined;
  const asked = at(settings.intensity);
  const problem = problemOf(asked.script.keyframes);
  if (problem === undefined && hasRoom(asked)) return asked;
  // No bisection: at each pressure other parts of the pattern give way, so a lower one does not always fit better.
  const highestTried = Math.ceil(asked.intensity) - TRIED_EVERY;
  for (let lower = highestTried; lower >= LEAST_INTENSITY; lower -= TRIED_EVERY) {
    const found = at(mmhg(lower));
    if (hasRoom(found) && isWithin(found)) return found;
  }
  return problem === undefined ? asked : { problem };
}
