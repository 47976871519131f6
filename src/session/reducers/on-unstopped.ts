/**
 * Handles news about which boots of a pair have not confirmed a Stop. If the pair itself sent that Stop, the whole session is being
 * stopped from then on.
 */

import type { Side } from '../../../firmware-protocol/zones.ts';
import { onNotConfirmed } from '../regions/stopping.ts';
import type { WithBoots } from '../state.ts';
import { type Step, step } from '../step.ts';
import { stopNow } from '../stop-now.ts';

export function onUnstopped(before: WithBoots, unstopped: readonly Side[]): Step<WithBoots> {
  const heard = { ...before, unstopped };
  if (unstopped.length === 0) return step(heard);
  const { state, effects } = heard.stopping.kind === 'none' ? stopNow(heard) : step(heard);
  const { stopping, now } = state;
  return stopping.kind === 'none'
    ? { state, effects }
    : { state: { ...state, stopping: onNotConfirmed(stopping, now) }, effects };
}
