/** What the page shows of a guide that has begun. */

import { type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { GuideState } from './engine.ts';
import { type Guide, guideLength, type Phase, phaseLength } from './guide.ts';
import { placeAt } from './place.ts';

export interface GuideView {
  readonly guide: Guide;
  readonly state: 'running' | 'paused' | 'asleep' | 'finished' | 'left';
  readonly index: number;
  readonly phase: Phase;
  readonly next: Phase | null;
  /** The repetition of the movement or the breath that is under way, from 1 to `phase.passes`. */
  readonly pass: number;
  /**
   * `forth`: the first part of a repetition, such as the stroke toward the heart or breathing in. `back`: the second part. Null if the
   * repetitions have one part only.
   */
  readonly way: 'forth' | 'back' | null;
  readonly since: Seconds;
  readonly phaseLeft: Seconds;
  readonly left: Seconds;
  /** Time that the guide has run. Repeated time counts again; pauses and skipped time do not count. */
  readonly spent: Seconds;
}

function stateOf(state: GuideState): GuideView['state'] {
  if (state.kind === 'running') return 'running';
  if (state.kind === 'paused') return state.why === 'asleep' ? 'asleep' : 'paused';
  return state.how;
}

/** Added before the number of passes is rounded down, so that floating-point errors do not turn 3 passes into 2. */
const ROUNDING = 1e-6;

export function viewOf(state: GuideState): GuideView {
  const { guide } = state;
  const { index, phase, since } = placeAt(guide, state.at);
  const into = since / 1000;
  const passes = into / phase.pace + ROUNDING;
  const pass = Math.min(phase.passes, Math.floor(passes) + 1);
  return {
    guide,
    state: stateOf(state),
    index,
    phase,
    next: guide.phases[index + 1] ?? null,
    pass,
    way: phase.turn === null ? null : passes - (pass - 1) < phase.turn ? 'forth' : 'back',
    since: seconds(into),
    phaseLeft: seconds(Math.max(0, phaseLength(phase) - into)),
    left: seconds(Math.max(0, guideLength(guide) - state.at / 1000)),
    spent: seconds(state.spent / 1000),
  };
}
