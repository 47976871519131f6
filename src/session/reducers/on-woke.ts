/** Handles the computer's waking, or the page's being unfrozen: what the boots reported before is out of date. */

import { instant } from '../../../firmware-protocol/quantities.ts';
import { isSessionOn, type WithBoots } from '../state.ts';
import { readStatus, type Step, step } from '../step.ts';

/** An age that counts as old for every stream, ms. */
const LONG_AGO = 60_000;

/**
 * Marks what is known of a session that is on as old, and reads the status: the boots may have played on, ended the session, or been
 * stopped. At rest, nothing changes.
 */
export function onWoke(state: WithBoots): Step<WithBoots> {
  if (!isSessionOn(state)) return step(state);
  const before = instant(state.now - LONG_AGO);
  return readStatus({
    ...state,
    statusAt: before,
    measuredAt: before,
    legMeasuredAt: { left: before, right: before },
  });
}
