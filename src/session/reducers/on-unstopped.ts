/** Boots of a pair have not confirmed a Stop, which the pair itself may have sent: from now on everything is being stopped. */

import type { Side } from '../../../firmware-protocol/zones.ts';
import { unanswered } from '../regions/stopping.ts';
import type { Together } from '../state.ts';
import { type Step, step } from '../step.ts';
import { stopNow } from '../stop-now.ts';

export function onUnstopped(before: Together, unstopped: readonly Side[]): Step<Together> {
  const heard = { ...before, unstopped };
  if (unstopped.length === 0) return step(heard);
  const { state, effects } = heard.stopping.kind === 'none' ? stopNow(heard) : step(heard);
  const { stopping, now } = state;
  return stopping.kind === 'none'
    ? { state, effects }
    : { state: { ...state, stopping: unanswered(stopping, now) }, effects };
}
