/** Whether a session may be started, and its start. */

import { type BootsShape, highestTargetOf } from '../program/boots-shape.ts';
import type { Problem } from '../program/problem.ts';
import type { Settings } from '../program/program.ts';
import { validate } from '../program/settings.ts';
import { checkTimeline } from '../safety/envelope.ts';
import { defaultFillModel, type FillModel } from '../safety/fill-model.ts';
import { Remembered } from '../timeline/remembered.ts';
import { fromStart, longestWall, type Script, script } from '../timeline/script.ts';
import { nothingLearned } from './lessons.ts';
import { noticed, untold } from './notices.ts';
import type { BootsFacts, SessionState } from './state.ts';
import { claimControl, enter, type Step, step } from './step.ts';
import { isActive } from './view.ts';

/**
 * What is asked for is checked this far while a person is still choosing, min: longer than any window of the limits. After that a
 * session only goes on as before; all of it is checked at its start.
 */
const LOOKED_AHEAD = 12;

const models = new Remembered<FillModel>();
const found = new Remembered<readonly Problem[]>();
const none: readonly Problem[] = [];

/** What is known of how boots fill: what was learned while a session runs, else what is usual. The next leg may be another. */
export function fillsOf({ boots, running, phase }: SessionState): FillModel | null {
  if (!boots) return null;
  if (running && isActive(phase)) return running.fills;
  return models.of([boots.shape], '', () => defaultFillModel(boots.shape));
}

const scriptOf = (settings: Settings, shape: BootsShape, fills: FillModel): Script =>
  script(settings, shape, fills, fromStart(settings, shape));

/** Why Start would be refused, all of it. */
function against(settings: Settings, { shape, feature }: BootsFacts, fills: FillModel): readonly Problem[] {
  return found.of([settings, shape, fills], '', () => {
    const wrong = validate(settings, shape);
    // What is wrong by itself is not composed.
    if (wrong.length > 0) return wrong;
    const first = { ...settings, minutes: Math.min(settings.minutes, LOOKED_AHEAD) };
    const plan = scriptOf(first, shape, fills);
    const unsafe = checkTimeline(plan.keyframes, shape, fills, highestTargetOf(feature, settings.confirmed));
    return unsafe.length > 0 ? unsafe : roomProblems(settings, plan);
  });
}

/**
 * Where each step waits for the air, gates see to it that a cycle keeps the limits on air slower than it leaves room for. Where
 * steps begin at set times nothing does: it must leave room from the start.
 */
function roomProblems({ program: { pattern } }: Settings, { cycles }: Script): readonly Problem[] {
  const timed = pattern.onsetDelay !== null && pattern.onsetDelay > 0 && !pattern.breathing;
  if (!timed || cycles.every(({ fits }) => fits)) return none;
  return [
    {
      place: 'delay between onsets',
      reason: 'Steps that begin at set times could leave a part of the leg squeezed for too long.',
      suggestion: 'Choose less pressure, a shorter delay between onsets, or boots that fill faster.',
    },
  ];
}

/** Worked out only when settings, boots or fills have changed; none while a session is under way. */
export function problemsOf(state: SessionState): readonly Problem[] {
  const fills = fillsOf(state);
  if (!state.boots || !fills || isActive(state.phase)) return none;
  return against(state.settings, state.boots, fills);
}

export function start(state: SessionState): Step {
  const { boots, status, settings } = state;
  if (!boots || !status || state.link !== 'connected' || isActive(state.phase) || state.stopping)
    return step(state);
  if (status.fault !== 'none') return step(state);
  const fills = fillsOf(state);
  if (!fills) return step(state);
  const wrong = against(settings, boots, fills);
  if (wrong.length > 0) return refuse(state, wrong);
  const plan = scriptOf(settings, boots.shape, fills);
  const unsafe = checkTimeline(
    plan.keyframes,
    boots.shape,
    fills,
    highestTargetOf(boots.feature, settings.confirmed),
  );
  if (unsafe.length > 0) return refuse(state, unsafe);
  const running = {
    script: plan,
    settings,
    longest: longestWall(settings, boots.shape),
    fills,
    lessons: nothingLearned,
    change: null,
    mould: null,
    atMark: status,
    atWave: null,
    whole: true,
  };
  return claimControl({
    ...enter(untold(state), 'preparing'),
    preparing: 'control',
    running,
    acknowledging: false,
  });
}

const refuse = (state: SessionState, problems: readonly Problem[]): Step =>
  step(noticed(state, { kind: 'programRefused', problems }));
