/**
 * Pauses one boot of a pair that may not have received Pause, when the other has paused or may have. Reads the boot's status
 * before Pause is sent again, so that a Pause that the boot has obeyed is not repeated.
 */

import { elapsed, milliseconds } from '../../../firmware-protocol/quantities.ts';
import { sleep } from '../../clock/sleep.ts';
import type { CommandOutcome } from '../command-outcome.ts';
import type { Leg } from './leg.ts';

/** Longest time to try, ms: a link that was lost for 5 s is back by then, the time to connect included. */
const LONGEST_WAIT = 9000;
const RETRY_DELAY = milliseconds(250);

const paused: CommandOutcome = { kind: 'acknowledged', response: { result: 'success', op: 'pause' } };

/** @param first the outcome of the Pause that was sent to this boot @param isOver whether Stop has been sent meanwhile */
export async function untilPaused(
  leg: Leg,
  first: CommandOutcome,
  isOver: () => boolean,
): Promise<CommandOutcome> {
  const since = leg.clock.now();
  let outcome = first;
  while (outcome.kind === 'unknown' || outcome.kind === 'notSent') {
    if (isOver() || elapsed(since, leg.clock.now()) > LONGEST_WAIT) return outcome;
    const status = leg.linked ? await leg.boots.readStatus() : null;
    if (status?.therapy === 'paused') return paused;
    if (status?.therapy === 'stopped') return outcome;
    if (status && !isOver()) outcome = await leg.boots.command({ op: 'pause' });
    if (outcome.kind !== 'acknowledged' && outcome.kind !== 'rejected') await sleep(leg.clock, RETRY_DELAY);
  }
  return outcome;
}
