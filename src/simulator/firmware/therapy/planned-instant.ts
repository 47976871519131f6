/** An instant on the boots' clock that a controller named, judged against now (PROTOCOL.md 4.4). */

import { limits } from '../../../../firmware-protocol/limits.ts';

const WRAP = 2 ** 32;
const REACH = limits.startAhead.hard * 1000;

/**
 * How many ms ahead `at` is; 0 if it is now or was in the last 5 s; null if it is out of limits.
 * @param at u32, 0 = now
 * @param clock boots' clock, u32
 */
export function aheadOf(at: number, clock: number): number | null {
  if (at === 0) return 0;
  const difference = (at - clock) | 0;
  if (Math.abs(difference) > REACH) return null;
  return Math.max(0, difference);
}

/** The boots' clock as it goes over the air. */
export const onTheWire = (clock: number): number => clock % WRAP;
