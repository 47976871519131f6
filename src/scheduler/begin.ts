/** Decides whether a program can run on these boots, and makes the plan with which it starts. */

import type { Instant } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import { initialEstimate } from '../air/estimator.ts';
import type { FillModel } from '../air/fill-model.ts';
import { type BootsShape, highestTargetOf } from '../program/boots-shape.ts';
import type { Settings } from '../program/program.ts';
import { validate } from '../program/settings.ts';
import { checkTimeline } from '../safety/envelope.ts';
import type { Problem } from '../safety/problem.ts';
import { memoized } from '../timeline/memoized.ts';
import { fromStart, longestWall, type Script, script } from '../timeline/script.ts';
import type { Plan } from './plan.ts';
import { nothingShown } from './time-left.ts';

/**
 * While a person is choosing, only this many minutes of a program are checked: cycles repeat, and this is longer than the last 10 min, over
 * which PROTOCOL.md 8, limit 5 looks. Start checks the whole program.
 */
const CHECKED_WHILE_CHOOSING = 12;

const none: readonly Problem[] = [];

const scriptOf = (settings: Settings, boots: BootsShape, fills: FillModel): Script =>
  script({ settings, boots, fills }, fromStart(settings, boots));

const limitProblems = (
  settings: Settings,
  boots: BootsShape,
  fills: FillModel,
  { keyframes }: Script,
): readonly Problem[] => checkTimeline(keyframes, boots, fills, highestTargetOf(boots, settings.confirmed));

interface PlanRequest {
  readonly settings: Settings;
  readonly boots: BootsShape;
  readonly fills: FillModel;
}

const problemsFor = memoized(({ settings, boots, fills }: PlanRequest): readonly Problem[] => {
  const wrong = validate(settings, boots);
  if (wrong.length > 0) return wrong;
  const first = { ...settings, minutes: Math.min(settings.minutes, CHECKED_WHILE_CHOOSING) };
  const composed = scriptOf(first, boots, fills);
  const found = limitProblems(first, boots, fills, composed);
  return found.length > 0 ? found : roomProblems(settings, composed);
});

/** The reasons to refuse Start, from the settings or, if those are valid, from the first minutes of the program; empty = none found. */
export const problemsOf = (settings: Settings, boots: BootsShape, fills: FillModel): readonly Problem[] =>
  problemsFor({ settings, boots, fills });

/**
 * If steps begin at set times, the zones of a step stay squeezed while later steps wait at their gates: on slower air than predicted, for
 * longer. So such a cycle must keep the limits with a margin (`fits`) from the start. Steps that are breaths have no gates.
 */
function roomProblems({ program: { pattern } }: Settings, { cycles }: Script): readonly Problem[] {
  const timed = pattern.onsetDelay !== null && pattern.onsetDelay > 0 && !pattern.breathing;
  if (!timed || cycles.every(({ fits }) => fits)) return none;
  return [{ kind: 'noRoomForAir' }];
}

export type PlanResult =
  | { readonly kind: 'planned'; readonly plan: Plan }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** @param status the boots' last status, as of `now` */
export function planOf(
  settings: Settings,
  boots: BootsShape,
  fills: FillModel,
  status: Status,
  now: Instant,
): PlanResult {
  const wrong = problemsOf(settings, boots, fills);
  if (wrong.length > 0) return { kind: 'refused', problems: wrong };
  const composed = scriptOf(settings, boots, fills);
  const found = limitProblems(settings, boots, fills, composed);
  if (found.length > 0) return { kind: 'refused', problems: found };
  return {
    kind: 'planned',
    plan: {
      boots,
      stage: 'loading',
      script: composed,
      wanted: settings,
      settings,
      longest: longestWall(settings, boots),
      air: initialEstimate(fills),
      change: null,
      replaced: [],
      prefill: null,
      atMark: status,
      atWave: null,
      shown: nothingShown,
      whole: true,
      report: { status, at: now, pressures: [] },
      now,
    },
  };
}
