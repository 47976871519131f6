/** Whether a program can be run on these boots, and the plan of its start. */

import type { Instant } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import { type BootsShape, highestTargetOf } from '../program/boots-shape.ts';
import type { Settings } from '../program/program.ts';
import { validate } from '../program/settings.ts';
import { checkTimeline } from '../safety/envelope.ts';
import type { FillModel } from '../safety/fill-model.ts';
import type { Problem } from '../safety/problem.ts';
import { Remembered } from '../timeline/remembered.ts';
import { fromStart, longestWall, type Script, script } from '../timeline/script.ts';
import { nothingLearned } from './lessons.ts';
import type { Plan } from './plan.ts';

/**
 * While a person is still choosing, a program is checked this far, min: longer than any window of the limits. After that a
 * session only goes on as before; its start checks all of it.
 */
const CHECKED_WHILE_CHOOSING = 12;

const found = new Remembered<readonly Problem[]>();
const none: readonly Problem[] = [];

const scriptOf = (settings: Settings, boots: BootsShape, fills: FillModel): Script =>
  script(settings, boots, fills, fromStart(settings, boots));

const unsafe = (
  settings: Settings,
  boots: BootsShape,
  fills: FillModel,
  { keyframes }: Script,
): readonly Problem[] => checkTimeline(keyframes, boots, fills, highestTargetOf(boots, settings.confirmed));

/** Every reason why Start would be refused. Worked out once for the same settings, boots and fills. */
export function problemsOf(settings: Settings, boots: BootsShape, fills: FillModel): readonly Problem[] {
  return found.of([settings, boots, fills], '', () => {
    const wrong = validate(settings, boots);
    // A program that is wrong by itself is not composed.
    if (wrong.length > 0) return wrong;
    const first = { ...settings, minutes: Math.min(settings.minutes, CHECKED_WHILE_CHOOSING) };
    const composed = scriptOf(first, boots, fills);
    const problems = unsafe(first, boots, fills, composed);
    return problems.length > 0 ? problems : roomProblems(settings, composed);
  });
}

/**
 * Where each step waits for the air, gates keep a cycle inside the limits on air slower than it leaves room for. Where steps
 * begin at set times nothing does, so it must leave room from the start.
 */
function roomProblems({ program: { pattern } }: Settings, { cycles }: Script): readonly Problem[] {
  const timed = pattern.onsetDelay !== null && pattern.onsetDelay > 0 && !pattern.breathing;
  if (!timed || cycles.every(({ fits }) => fits)) return none;
  return [{ kind: 'noRoomForAir' }];
}

export type Begun =
  | { readonly kind: 'planned'; readonly plan: Plan }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** @param status what the boots said last, at `now` */
export function planOf(
  settings: Settings,
  boots: BootsShape,
  fills: FillModel,
  status: Status,
  now: Instant,
): Begun {
  const wrong = problemsOf(settings, boots, fills);
  if (wrong.length > 0) return { kind: 'refused', problems: wrong };
  const composed = scriptOf(settings, boots, fills);
  const problems = unsafe(settings, boots, fills, composed);
  if (problems.length > 0) return { kind: 'refused', problems };
  return {
    kind: 'planned',
    plan: {
      boots,
      stage: 'loading',
      script: composed,
      wanted: settings,
      settings,
      longest: longestWall(settings, boots),
      fills,
      lessons: nothingLearned,
      change: null,
      mould: null,
      atMark: status,
      atWave: null,
      whole: true,
      heard: { status, at: now, pressures: [] },
      now,
    },
  };
}
