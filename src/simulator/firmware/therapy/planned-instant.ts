/** Instants on the boots' clock as they are sent (PROTOCOL.md 4.4). */

import { limits } from '../../../../firmware-protocol/limits.ts';

const CLOCK_WRAP = 2 ** 32;
const MOST_AHEAD = limits.startAhead.hard * 1000;

/**
 * How far ahead of the boots' clock `at` is, ms; 0 if it is now or up to 5 s ago; null if it is more than 5 s away.
 * @param at the instant that a controller has sent, u32; 0 = now
 * @param clock the boots' clock, u32
 */
export function aheadOf(at: number, clock: number): number | null {
  if (at === 0) return 0;
  const difference = (at - clock) | 0;
  if (Math.abs(difference) > MOST_AHEAD) return null;
  return Math.max(0, difference);
}

/** The boots' clock, ms, as it is sent: in 32 bits. */
export const onTheWire = (clock: number): number => clock % CLOCK_WRAP;
