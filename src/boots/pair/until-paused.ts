/**
 * Pauses a boot that may not have heard it, because the other one has paused. It is read before it is told again, so that nothing is repeated
 * that it obeyed; a boot that does not pause in time leaves the pair to be stopped.
 */

import { elapsed, milliseconds } from '../../../firmware-protocol/quantities.ts';
import { sleep } from '../../clock/sleep.ts';
import type { CommandOutcome } from '../command-outcome.ts';
import type { Leg } from './leg.ts';

/** A link that blinks for 5 s is back by then, its new connection included, ms. */
const LONGEST = 9000;
const AGAIN = milliseconds(250);

const paused: CommandOutcome = { kind: 'acknowledged', response: { result: 'success', op: 'pause' } };

/** @param first what became of the Pause it was sent @param isOver whether Stop has been sent meanwhile */
export async function untilPaused(
  leg: Leg,
  first: CommandOutcome,
  isOver: () => boolean,
): Promise<CommandOutcome> {
  const since = leg.clock.now();
  let outcome = first;
  while (outcome.kind === 'unknown' || outcome.kind === 'notSent') {
    if (isOver() || elapsed(since, leg.clock.now()) > LONGEST) return outcome;
    const status = leg.linked ? await leg.boots.readStatus() : null;
    if (status?.therapy === 'paused') return paused;
    if (status?.therapy === 'stopped') return outcome;
    if (status && !isOver()) outcome = await leg.boots.command({ op: 'pause' });
    if (outcome.kind !== 'acknowledged' && outcome.kind !== 'rejected') await sleep(leg.clock, AGAIN);
  }
  return outcome;
}
