/** The machine slept, or the page was frozen: what was heard before is not how the boots are now. */

import { instant } from '../../../firmware-protocol/quantities.ts';
import { isSessionOn, type Together } from '../state.ts';
import { ask, type Step, step } from '../step.ts';

/** Older than anything that counts as new, ms. */
const LONG_AGO = 60_000;

/** Boots at rest stay as they are. Those of a session may have played on, ended, or been stopped. */
export function onWoke(state: Together): Step<Together> {
  if (!isSessionOn(state)) return step(state);
  const before = instant(state.now - LONG_AGO);
  return ask({
    ...state,
    statusAt: before,
    measuredAt: before,
    measuredOn: { left: before, right: before },
  });
}
